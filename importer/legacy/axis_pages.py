"""Pages that present the intervention axes: which paragraphs are about which axis, and which headings are lost."""

import re
from dataclasses import replace

from importer.legacy.document import AxisSection, Piece, PieceKind
from importer.legacy.folding import fold
from importer.legacy.words import alternatives, counting, pattern

_TEXT = (PieceKind.LEAD, PieceKind.PARAGRAPH, PieceKind.LIST, PieceKind.QUOTE, PieceKind.HEADING)


def is_axes_page(pieces: list[Piece]) -> bool:
    """Say whether the page is about the axes: its title says so, or it counts them and tells of each in turn."""
    title = fold(" ".join(piece.text for piece in pieces if piece.kind is PieceKind.TITLE))
    if pattern("kinds", "axes", r"^\W*(?:(?:nos|les|our|the)\s+)?(?:\w+\s+)?{}").match(title):
        return True
    return bool(_count(pieces)) and len(_anchors(pieces)) >= 2


def axis_sections(pieces: list[Piece]) -> tuple[AxisSection, ...]:
    """Return the axes of the page with their paragraphs; none when the page does not let them be told apart.

    An axis starts at its heading; where headings are lost, at a paragraph about « cet axe », the first right after
    the sentence that counts the axes. The number of axes must be the one the page states.
    """
    headed = _by_headings(pieces)
    if headed:
        return headed
    stated, anchors = _count(pieces), _anchors(pieces)
    if not stated or stated[1] != len(anchors):
        return ()
    starts = [stated[0] + 1, *anchors[1:]]
    ends = [*starts[1:], len(pieces)]
    sections = []
    for start, end in zip(starts, ends, strict=True):
        about = tuple(piece for piece in pieces[start:end] if piece.kind in _TEXT)
        sections.append(AxisSection("", about))
    return tuple(sections)


def stated_axes(pieces: list[Piece]) -> int:
    """Return how many axes the page says there are, 0 when it does not."""
    stated = _count(pieces)
    return stated[1] if stated else 0


def _by_headings(pieces: list[Piece]) -> tuple[AxisSection, ...]:
    heads = [index for index, piece in enumerate(pieces) if piece.kind is PieceKind.HEADING]
    numbered = [index for index in heads if pattern("kinds", "axis_heading", r"^\W*{}").match(fold(pieces[index].text))]
    stated = _count(pieces)
    after = [index for index in heads if not stated or index > stated[0]]
    chosen = numbered if len(numbered) >= 2 else (after if stated and len(after) == stated[1] else [])
    ends = [*chosen[1:], len(pieces)][: len(chosen)]
    return tuple(
        AxisSection(pieces[start].text, tuple(piece for piece in pieces[start + 1 : end] if piece.kind in _TEXT))
        for start, end in zip(chosen, ends, strict=True)
    )


def _count(pieces: list[Piece]) -> tuple[int, int] | None:
    """Return which piece counts the axes, and how many it counts."""
    number = "|".join([*counting(), r"\d"])
    shape = re.compile(rf"\b({number})\s+(?:\w+\s+)?{alternatives('kinds', 'axes')}")
    for index, piece in enumerate(pieces):
        found = shape.search(fold(piece.text)) if piece.kind in _TEXT else None
        if found:
            return index, int(found[1]) if found[1].isdigit() else counting()[found[1]]
    return None


def _anchors(pieces: list[Piece]) -> list[int]:
    """Return the paragraphs that speak of « cet axe » in their first words."""
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.kind in _TEXT and pattern("kinds", "this_axis").search(fold(piece.text[:140]))
    ]


def without_lead(pieces: list[Piece]) -> list[Piece]:
    """Return `pieces` with the lead an ordinary paragraph: only news has one."""
    return [replace(piece, kind=PieceKind.PARAGRAPH) if piece.kind is PieceKind.LEAD else piece for piece in pieces]
