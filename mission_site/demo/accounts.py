"""Who can log in to the demo; the password is printed by `make run` and works nowhere else."""

from dataclasses import dataclass

PASSWORD = "demo-maroc-2026"  # noqa: S105 invented, printed for everybody who runs the demo


@dataclass(frozen=True)
class Account:
    """One account: user name, names, group (empty: administrator of everything)."""

    username: str
    first_name: str
    last_name: str
    group: str


ACCOUNTS = (
    Account("admin", "Ines", "Alaoui", ""),
    Account("redaction", "Salma", "Benjelloun", "Rédaction"),
    Account("publication", "Hélène", "Vasseur", "Publication"),
    Account("contacts", "Karim", "Ouazzani", "Contacts"),
)
