"""The synonyms a new site starts with: acronyms, programmes, countries and the spellings of places."""

from pathlib import Path


def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of equal expressions, from the table beside this file; editors own them once they are in the admin."""
    lines = Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines()
    groups = (tuple(part.strip() for part in line.split(";")) for line in lines if line and not line.startswith("#"))
    return tuple(tuple(part for part in dict.fromkeys(group) if part) for group in groups)


SYNONYMS = synonyms()
