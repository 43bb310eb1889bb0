"""Publishing chooses languages: the rules behind save()."""

from typing import Any

from . import registry

FLAGS = ("published", "pending")


def mark(row: Any, page: Any) -> None:
    """Note on a page built from a revision that saving it may be a publication; keep the row's flags."""
    page._from_revision = True
    for code in registry.codes():
        for flag in FLAGS:
            name = registry.field(flag, code)
            setattr(page, name, getattr(row, name))


def begin(page: Any, update_fields: Any) -> dict[str, Any] | None:
    """Settle, before the row is written, what becomes public; None when this save is no publication."""
    if update_fields is not None or not page.live or (page.pk and not getattr(page, "_from_revision", False)):
        return None
    for code in registry.codes():
        if getattr(page, registry.field("title", code)):
            setattr(page, registry.field("published", code), True)
    return {}


def finish(page: Any, publication: dict[str, Any] | None) -> None:
    """Settle what can only be done once the row is written."""


def live_content(page: Any, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments for updating aliases, with the content that is live."""
    return arguments
