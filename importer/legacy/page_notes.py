"""Notes of a page: bracketed notes, notes to editors, the lines about the organisation, donor credits."""

import re
from dataclasses import replace

from importer.legacy.document import Piece, PieceKind
from importer.legacy.donor_credits import donors_in
from importer.legacy.folding import fold
from importer.legacy.words import pattern

_MOST = 5


def mark_notes(pieces: list[Piece]) -> list[Piece]:
    """Return `pieces` with those that are notes marked as such; a note over several paragraphs becomes one piece."""
    return _sections(_bracketed(pieces))


def _bracketed(pieces: list[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    index = 0
    while index < len(pieces):
        end = _bracket_end(pieces, index)
        if end:
            note = pieces[index:end]
            text = "\n".join(piece.text for piece in note)
            spans = tuple(span for piece in note for span in piece.spans)
            kind = PieceKind.CREDIT if donors_in(text) else PieceKind.NOTE
            kept.append(Piece(kind, text, spans, note[0].language))
            index = end
        else:
            kept.append(pieces[index])
            index += 1
    return kept


def _bracket_end(pieces: list[Piece], start: int) -> int:
    if pieces[start].kind is not PieceKind.PARAGRAPH or not pieces[start].text.startswith("["):
        return 0
    depth = 0
    for index in range(start, min(len(pieces), start + _MOST)):
        if pieces[index].kind is not PieceKind.PARAGRAPH:
            return 0
        text = pieces[index].text
        depth += text.count("[") - text.count("]")
        if depth <= 0:
            return index + 1 if re.search(r"\]\s*[.;]?$", text) else 0
    return 0


def _sections(pieces: list[Piece]) -> list[Piece]:
    """Mark what stands under « Notes aux rédacteurs » and « À propos de l'OIM », up to the next heading."""
    kept: list[Piece] = []
    within: PieceKind | None = None
    for index, piece in enumerate(pieces):
        starts = _starts(piece) if index else None
        if starts:
            within = starts
        elif piece.kind not in (PieceKind.PARAGRAPH, PieceKind.LIST) or _is_heading(
            piece, pieces[index + 1 : index + 2]
        ):
            within = None
        is_marked = within and piece.kind in (PieceKind.PARAGRAPH, PieceKind.HEADING, PieceKind.LIST)
        kept.append(replace(piece, kind=within) if is_marked and within else piece)
    return kept


def _starts(piece: Piece) -> PieceKind | None:
    if piece.kind not in (PieceKind.PARAGRAPH, PieceKind.HEADING):
        return None
    start = fold(piece.text[:60])
    if pattern("site", "notes", r"^\W*{}").match(start):
        return PieceKind.NOTE
    is_short = len(piece.text) < 80 or ":" in piece.text[:80]
    return PieceKind.BOILERPLATE if is_short and pattern("site", "about", r"^\W*{}").match(start) else None


def _is_heading(piece: Piece, following: list[Piece]) -> bool:
    return len(piece.text) < 80 and not re.search(r"[.!?…;,:»\]]$", piece.text) and bool(following)
