"""Pieces of an old page as the texts and blocks of a draft: raw stream data, escaped, nothing left out."""

import json
import re
import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.translation import gettext as _

from importer.legacy.document import LegacyDocument, Piece, PieceKind

_SPEAKER, _ROLE = 150, 200  # what a quote block takes
_SCHEMES = ("http", "https", "mailto", "tel")
_HEAD = (PieceKind.TITLE, PieceKind.LEAD)


def body_of(document: LegacyDocument, code: str, taken: Iterable[PieceKind]) -> str:
    """Return the body in the language `code` as JSON of a stream, without the kinds of pieces `taken` by other fields.

    On a page of axes an axis starts with its heading, empty where the old page lost it.
    """
    elsewhere = {*taken, PieceKind.TITLE, PieceKind.LEAD}
    starts = {axis.pieces[0].spans: axis.heading for axis in document.axis_sections if axis.pieces}
    blocks: list[dict[str, Any]] = []
    for piece in _extra_titles(document, code):
        blocks.append(_block("heading", piece.text))
    for piece in document.pieces:
        if piece.kind in elsewhere or not _is_in(piece, code, document):
            continue
        if starts.get(piece.spans) == "":
            blocks.append(_block("heading", ""))
        blocks.append(block_of(piece))
    return json.dumps(blocks)


def _is_in(piece: Piece, code: str, document: LegacyDocument) -> bool:
    return piece.language == code or (not piece.language and code == (document.languages or (code,))[0])


def _extra_titles(document: LegacyDocument, code: str) -> list[Piece]:
    """A page has one title; a second in the same language (two headings of the first rank) stays as a heading."""
    titles = [piece for piece in document.pieces if piece.kind is PieceKind.TITLE and _is_in(piece, code, document)]
    return titles[1:]


def text_of(document: LegacyDocument, kinds: Iterable[PieceKind], code: str) -> str:
    """Return the text of the pieces of some kinds in a language, notes without the brackets round them."""
    wanted = set(kinds)
    texts = [piece.text for piece in document.pieces if piece.kind in wanted and _is_in(piece, code, document)]
    return "\n\n".join(text.strip("[]") if text.startswith("[") and text.endswith("]") else text for text in texts)


def block_of(piece: Piece) -> dict[str, Any]:
    """Return the block that holds `piece`."""
    match piece.kind:
        case PieceKind.HEADING:
            return _block("heading", piece.text)
        case PieceKind.QUOTE if piece.quote and _fits(piece):
            said = {"text": piece.quote.text, "speaker": piece.quote.speaker, "role": piece.quote.role, "language": ""}
            return _block("quote", said)
        case PieceKind.LIST:
            return _block("paragraph", _list(piece))
        case PieceKind.TABLE:
            return _block("table", _table(piece))
        case PieceKind.IMAGE:
            return _block("callout", {"title": _("Picture of the old page"), "text": f"<p>{escape(piece.text)}</p>"})
    paragraphs = "".join(f"<p>{_linked(line, piece)}</p>" for line in piece.text.split("\n"))
    return _block("paragraph", paragraphs)


def _list(piece: Piece) -> str:
    """Return a list; items that are numbered from one on give their numbers to the list."""
    numbered = [re.match(rf"{number}[.)]\s+", item) for number, item in enumerate(piece.items, 1)]
    is_ordered = all(numbered) and len(piece.items) > 1
    items = [
        item[match.end() :] if is_ordered and match else item for item, match in zip(piece.items, numbered, strict=True)
    ]
    tag = "ol" if is_ordered else "ul"
    return f"<{tag}>" + "".join(f"<li>{_linked(item, piece)}</li>" for item in items) + f"</{tag}>"


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def _fits(piece: Piece) -> bool:
    quote = piece.quote
    return quote is not None and len(quote.speaker) <= _SPEAKER and len(quote.role) <= _ROLE


def _table(piece: Piece) -> dict[str, Any]:
    width = max(len(row) for row in piece.rows)
    rows = [[*row, *[""] * (width - len(row))] for row in piece.rows]
    return {
        "data": rows,
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": False,
        "first_col_is_header": False,
        "table_header_choice": "neither",
        "table_caption": "",
    }


def _linked(text: str, piece: Piece) -> str:
    """Return `text` as HTML, links that lead somewhere still in place."""
    source = str(escape(text))
    for link in piece.links:
        words, parts = escape(link.text), urlsplit(link.address.strip())
        is_whole = parts.scheme in _SCHEMES and (parts.netloc or parts.scheme in ("mailto", "tel"))
        if is_whole and words in source and f">{words}</a>" not in source:
            source = source.replace(words, f'<a href="{escape(link.address.strip())}">{words}</a>', 1)
    return source
