"""Lines of the page, furniture gone, to pieces: paragraphs, headings, lists, tables, pictures, contact blocks."""

import re
from dataclasses import dataclass, field

from importer.legacy.contact_blocks import Block, contact_blocks
from importer.legacy.document import Contact, Fate, Piece, PieceKind, Repair, Span
from importer.legacy.folding import fold
from importer.legacy.language_guess import language_of
from importer.legacy.line_joining import NUMBERED, is_item, joined, paragraphs
from importer.legacy.menu_evidence import BULLET
from importer.legacy.source_line import Line
from importer.legacy.text_repair import repair_text
from importer.legacy.wrapping import wrap_of

_LONG_ENOUGH = 60  # characters from which the same text twice is no coincidence
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class Composed:
    """The pieces of a page in order, the repairs, the people of its contact blocks, and the text that stood twice."""

    pieces: list[Piece] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    dropped: list[tuple[Line, Fate]] = field(default_factory=list)


def compose(lines: list[Line]) -> Composed:
    """Return the pieces of `lines`; each line is in one piece, or listed as a duplicate."""
    composed = Composed()
    lines = _without_duplicates(lines, composed)
    blocks = contact_blocks(lines)
    words = frozenset(re.findall(r"[\w-]+", fold(" ".join(line.text for line in lines))))
    language = language_of(" ".join(line.text for line in lines))
    composed.repairs += [repair for line in lines for repair in line.repairs]
    inside = {index for block in blocks for index in range(block.start, block.end)}
    wrap = wrap_of([line for index, line in enumerate(lines) if index not in inside])
    start = 0
    for block in [*blocks, Block(len(lines), len(lines))]:
        _text(paragraphs(lines[start : block.start], wrap), words, language, composed)
        if block.start < len(lines):
            _contact(lines[block.start : block.end], block, language, composed)
        start = block.end
    return composed


def _without_duplicates(lines: list[Line], composed: Composed) -> list[Line]:
    kept: list[Line] = []
    seen: set[str] = set()
    for line in lines:
        key = fold(line.text)
        is_echo = bool(kept) and fold(kept[-1].text) == key and len(key.split()) >= 3 and not line.rows
        if is_echo or (len(key) >= _LONG_ENOUGH and key in seen):
            composed.dropped.append((line, Fate.DUPLICATE))
            continue
        seen.add(key)
        kept.append(line)
    return kept


def _text(groups: list[list[Line]], words: frozenset[str], language: str, composed: Composed) -> None:
    items: list[Piece] = []
    tag = ""
    for group in groups:
        text, repairs = joined(group, words)
        said = language_of(text)
        text, mended = repair_text(text, said or language)
        composed.repairs += repairs + mended
        if is_item(group[0]) and not group[0].rows:
            if group[0].tag != tag:
                composed.pieces += _list(items)
                items = []
            tag = group[0].tag
            items.append(_item(group, text, said))
            continue
        composed.pieces += [*_list(items), _piece(group, text, said)]
        items = []
    composed.pieces += _list(items)


def _item(group: list[Line], text: str, language: str) -> Piece:
    text = BULLET.sub("", text)
    shown = text if NUMBERED.match(text) else f"- {text}"
    links = tuple(link for line in group for link in line.links)
    return Piece(PieceKind.LIST, shown, spans_of(group), language, items=(text,), links=links)


def _list(items: list[Piece]) -> list[Piece]:
    """Return one piece for the items of a list, none when there are none."""
    if not items:
        return []
    return [
        Piece(
            PieceKind.LIST,
            "\n".join(item.text for item in items),
            tuple(span for item in items for span in item.spans),
            next((item.language for item in items if item.language), ""),
            items=tuple(item.items[0] for item in items),
            links=tuple(link for item in items for link in item.links),
        )
    ]


def _piece(group: list[Line], text: str, language: str) -> Piece:
    first = group[0]
    links = tuple(link for line in group for link in line.links)
    if first.rows:
        return Piece(PieceKind.TABLE, text, spans_of(group), language, rows=first.rows)
    if first.tag == "img":
        return Piece(PieceKind.IMAGE, text, spans_of(group), language, links=links)
    if first.tag in _HEADINGS:
        return Piece(PieceKind.HEADING, text, spans_of(group), language, _HEADINGS[first.tag], links=links)
    return Piece(PieceKind.PARAGRAPH, text, spans_of(group), language, links=links)


def _contact(lines: list[Line], block: Block, language: str, composed: Composed) -> None:
    text = "\n".join(line.text for line in lines)
    links = tuple(link for line in lines for link in line.links)
    said = language_of(text) or language
    composed.pieces.append(Piece(PieceKind.CONTACT, text, spans_of(lines), said, links=links))
    composed.contacts += block.contacts


def spans_of(lines: list[Line]) -> tuple[Span, ...]:
    """Return the places of `lines` in the source."""
    return tuple(span for line in lines for span in line.spans)
