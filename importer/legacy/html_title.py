"""The title that the head of a saved page gives, without the name of the site behind it."""

import re

from importer.legacy.document import Piece, PieceKind
from importer.legacy.folding import fold
from importer.legacy.menu_evidence import is_known
from importer.legacy.people import names_organisation
from importer.legacy.source_line import Line

_SEPARATOR = re.compile(r"\s+[|–—»:•-]{1,2}\s+|\s*\|\s*")


def title_parts(text: str) -> str:
    """Return the part of « Title | Site » that is no name of a site: the longest one that is more than a few words."""
    parts = [part for part in _SEPARATOR.split(text) if not is_known(part)]
    chosen = max(parts, key=len, default="")
    is_site = len(chosen.split()) < 4 and names_organisation(chosen)
    return "" if is_site or len(chosen.split()) < 2 else chosen


def title_piece(line: Line) -> Piece | None:
    """Return a title piece from the head's title, when it is one."""
    part = title_parts(line.text)
    return Piece(PieceKind.TITLE, line.text if part == "" else part, line.spans) if part else None


def repeats(line: Line, title: str) -> bool:
    """Say whether the head's title is the page's title once more."""
    return bool(title) and fold(title) in fold(line.text)
