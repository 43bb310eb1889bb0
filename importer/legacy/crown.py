"""The head of a page: label, title, dateline, lead, and the headings of its text."""

import re
from dataclasses import dataclass, field, replace

from importer.legacy.datelines import FoundDateline, dateline_of
from importer.legacy.document import Piece, PieceKind
from importer.legacy.folding import fold
from importer.legacy.words import listed, pattern

_LONGEST_TITLE, _MOST_WORDS = 255, 45
_LONGEST_HEADING = 110
_HEAD = 5
_PROSE = (PieceKind.PARAGRAPH, PieceKind.LIST, PieceKind.QUOTE)


@dataclass(slots=True)
class Crowned:
    """Pieces with the head of the page marked, and the datelines found."""

    pieces: list[Piece]
    datelines: list[FoundDateline] = field(default_factory=list)


def crown(pieces: list[Piece], day_first: bool, title: str = "") -> Crowned:
    """Mark the head of `pieces`, which are in one language; `title` is what the head of an HTML page says."""
    crowned = Crowned(list(pieces))
    _mark_labels(crowned.pieces)
    _mark_datelines(crowned, day_first)
    _mark_title(crowned.pieces, title)
    _mark_headings(crowned.pieces)
    _split_datelines(crowned, day_first)
    _mark_lead(crowned.pieces)
    return crowned


def _mark_labels(pieces: list[Piece]) -> None:
    """« Communiqué de presse » on a line of its own says the kind of page, and is no title."""
    for index, piece in enumerate(pieces[:_HEAD]):
        if piece.kind in (PieceKind.PARAGRAPH, PieceKind.HEADING) and len(pieces) > 1:
            if pattern("kinds", "release", r"^\W*{}(?:\s*(?:n°|no\.?)\s*\d+(?:/\d+)?)?\W*$").match(fold(piece.text)):
                pieces[index] = replace(piece, kind=PieceKind.LABEL)


def _mark_datelines(crowned: Crowned, day_first: bool) -> None:
    """A date on a line of its own, at the head or the foot of the page."""
    for index, piece in enumerate(crowned.pieces):
        if piece.kind not in (PieceKind.PARAGRAPH, PieceKind.HEADING) or len(piece.text) > 110:
            continue
        found = dateline_of(piece.text, day_first)
        if found and found.is_whole and (index < _HEAD or index >= len(crowned.pieces) - 4 or found.is_label):
            crowned.pieces[index] = replace(piece, kind=PieceKind.DATELINE, level=0)
            crowned.datelines.append(found)


def _mark_title(pieces: list[Piece], said: str) -> None:
    main = [index for index, piece in enumerate(pieces) if piece.kind is PieceKind.HEADING and piece.level == 1]
    if main:
        pieces[main[0]] = replace(pieces[main[0]], kind=PieceKind.TITLE)
        return
    for index, piece in enumerate(pieces[: _HEAD + 3]):
        if piece.kind in (PieceKind.LABEL, PieceKind.DATELINE, PieceKind.IMAGE):
            continue
        is_said = bool(said) and fold(piece.text) in fold(said) and len(piece.text) > 8
        following = [each for each in pieces[index + 1 :] if each.kind in _PROSE or each.kind is PieceKind.CONTACT]
        if is_said or (piece.kind in (PieceKind.PARAGRAPH, PieceKind.HEADING) and following and is_title(piece.text)):
            pieces[index] = replace(piece, kind=PieceKind.TITLE, level=0)
        return


def is_title(text: str) -> bool:
    """Say whether `text` has the form of a title: not too long, and no sentence."""
    words = text.split()
    if len(text) > _LONGEST_TITLE or len(words) > _MOST_WORDS or not any(char.isalpha() for char in text):
        return False
    if re.search(r"[.…;:,]$", text) or re.search(r"[.!?]\s+[A-ZÀ-Ý]\w*\s+\w+\s+\w+", text) and text.endswith("»"):
        return False
    if text[:1].islower() or fold(words[-1]) in listed("line_cannot_end") or re.search(r"[.!?…]\s*[»”\"]$", text):
        return False
    return not text.startswith(("[", "- "))


def _mark_headings(pieces: list[Piece]) -> None:
    """A short line that is no sentence, between paragraphs, is a heading."""
    for index, piece in enumerate(pieces[:-1]):
        if piece.kind is PieceKind.LIST and len(piece.items) == 1 and re.match(r"(?:\d|[IVX])+[.)]\s", piece.items[0]):
            if _is_heading(piece.items[0]) and pieces[index + 1].kind is PieceKind.PARAGRAPH:
                pieces[index] = replace(piece, kind=PieceKind.HEADING, text=piece.items[0], items=(), level=2)
        if index == 0 or piece.kind is not PieceKind.PARAGRAPH or not _is_heading(piece.text):
            continue
        after = pieces[index + 1]
        if (after.kind is PieceKind.PARAGRAPH and len(after.text) > len(piece.text)) or after.kind is PieceKind.LIST:
            pieces[index] = replace(piece, kind=PieceKind.HEADING, level=2)


def _is_heading(text: str) -> bool:
    is_short = len(text) <= _LONGEST_HEADING and len(text.split()) <= 16
    if not is_short or not is_title(text) or re.search(r"[»”]$", text):
        return False
    numbered = re.match(r"(?:\d|[IVX])+[.)]\s", text) or pattern("kinds", "axis_heading", r"^\W*{}").match(fold(text))
    return bool(numbered) or not re.search(r":\s", text)


def _split_datelines(crowned: Crowned, day_first: bool) -> None:
    """Cut « Rabat, 12-15 avril 2013 - » off the paragraph that it starts."""
    seen = 0
    for index, piece in enumerate(crowned.pieces):
        if piece.kind is not PieceKind.PARAGRAPH:
            continue
        seen += 1
        found = dateline_of(piece.text, day_first) if seen <= 2 else None
        if found:
            crowned.datelines.append(found)
            if found.length and found.length < len(piece.text):
                line = Piece(
                    PieceKind.DATELINE, piece.text[: found.length].strip(" \u00a0–—-"), piece.spans, piece.language
                )
                rest = replace(piece, text=piece.text[found.length :].lstrip())
                crowned.pieces[index : index + 1] = [line, rest]
            return


def _mark_lead(pieces: list[Piece]) -> None:
    """The first paragraph is the lead when the text goes on after it."""
    prose = [index for index, piece in enumerate(pieces) if piece.kind in _PROSE or piece.kind is PieceKind.HEADING]
    prose = [index for index in prose if not _is_date_label(pieces[index].text)]
    if len(prose) < 2 or pieces[prose[0]].kind is not PieceKind.PARAGRAPH or pieces[prose[0]].text.endswith(":"):
        return
    pieces[prose[0]] = replace(pieces[prose[0]], kind=PieceKind.LEAD)


def _is_date_label(text: str) -> bool:
    """« Publié le 05/12/14 »: a date that cannot be read with certainty is no dateline, and no lead either."""
    return len(text) < 40 and bool(pattern("dates", "labels", r"^\W*{}\W.*\d").match(fold(text)))
