"""The head of the page in each of its languages, with what the head of saved HTML adds."""

import re
from dataclasses import dataclass, field, replace

from importer.legacy.crown import crown
from importer.legacy.datelines import FoundDateline, best
from importer.legacy.dates import find_dates
from importer.legacy.document import Dateline, Fate, Piece, PieceKind
from importer.legacy.html_title import repeats, title_piece
from importer.legacy.page_languages import versions
from importer.legacy.page_source import PageSource
from importer.legacy.words import languages


@dataclass(slots=True)
class Head:
    """Pieces with title, dateline and lead marked; `is_unsure`: the page gives dates that contradict each other."""

    pieces: list[Piece] = field(default_factory=list)
    dateline: Dateline = Dateline()
    is_unsure: bool = False


def read_head(pieces: list[Piece], codes: tuple[str, ...], source: PageSource) -> Head:
    """Return the head of the page made of `pieces`, and say in `source` what became of the title in its markup."""
    head, datelines = Head(), list[FoundDateline]()
    said = source.head_title.text if source.head_title else ""
    for version in versions(pieces, codes):
        code = version[0].language
        crowned = crown(version, bool(code) and languages()[code]["dates"]["day_first"], said)
        head.pieces += crowned.pieces
        datelines += crowned.datelines
    head.dateline, head.is_unsure = best(datelines)
    if not head.dateline.start and not head.is_unsure:
        head.dateline = _published(head.dateline, source.published)
    _use_markup_title(head, source)
    return head


def _use_markup_title(head: Head, source: PageSource) -> None:
    line = source.head_title
    if line is None:
        return
    title = next((piece.text for piece in head.pieces if piece.kind is PieceKind.TITLE), "")
    piece = None if title else title_piece(line)
    if piece:
        language = head.pieces[0].language if head.pieces else ""
        head.pieces.insert(0, replace(piece, language=language))
    else:
        source.dropped.append((line, Fate.DUPLICATE if repeats(line, title) else Fate.BOILERPLATE))


def _published(dateline: Dateline, said: str) -> Dateline:
    """Take the day that saved HTML gives for its publication (Open Graph: article:published_time)."""
    found = re.match(r"\d{4}-\d\d-\d\d", said)
    dates = find_dates(found[0]) if found else []
    if not dates:
        return dateline
    return replace(dateline, start=dates[0].start, end=dates[0].end, precision=dates[0].precision)
