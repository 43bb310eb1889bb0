"""From the bytes of one old page to its LegacyDocument: the order in which everything is done."""

from dataclasses import replace
from pathlib import Path

from importer.legacy.account import account_for
from importer.legacy.axis_pages import axis_sections, is_axes_page, stated_axes, without_lead
from importer.legacy.composing import compose
from importer.legacy.datelines import event_date
from importer.legacy.document import Account, Dateline, Fate, Kind, LegacyDocument, Piece, PieceKind, Quote
from importer.legacy.donor_credits import donors_in
from importer.legacy.encoding import decode, read_bytes
from importer.legacy.named_things import Vocabulary, known_in, programmes_in, regions_in
from importer.legacy.page_head import read_head
from importer.legacy.page_kinds import kind_of, speaks_of_event
from importer.legacy.page_languages import with_languages
from importer.legacy.page_notes import mark_notes
from importer.legacy.page_source import PageSource, page_source
from importer.legacy.queue_reasons import reasons
from importer.legacy.quotations import quotations

_SPOKEN = (PieceKind.LEAD, PieceKind.PARAGRAPH, PieceKind.LIST)
_NOTES = (PieceKind.NOTE, PieceKind.BOILERPLATE)
_NOT_CREDITED = (PieceKind.TITLE, PieceKind.CONTACT)
_NEWS = (Kind.NEWS_RELEASE, Kind.STORY, Kind.EVENT, Kind.STATEMENT)


def read_file(path: Path, vocabulary: Vocabulary | None = None) -> LegacyDocument:
    """Return the document in the file `path`; raises LegacyUnreadable, for a large file before reading it."""
    return read_document(read_bytes(path), vocabulary)


def read_document(data: bytes, vocabulary: Vocabulary | None = None) -> LegacyDocument:
    """Return the document in `data`, text or saved HTML in any encoding that can be proved; raises LegacyUnreadable.

    A file without any text gives a document of the kind EMPTY.
    """
    decoded = decode(data)
    source = page_source(decoded.text)
    if source.is_empty:
        account = account_for(source.text, {(0, len(source.text), Fate.MARKUP)} if source.text else ())
        return LegacyDocument(encoding=decoded.encoding, account=account)
    composed = compose(source.content)
    source.dropped += composed.dropped
    pieces, codes = with_languages(mark_notes(composed.pieces))
    head = read_head(pieces, codes, source)
    pieces, quotes = _quoted(head.pieces)
    kind = kind_of(pieces, quotes, composed.contacts, head.dateline, is_axes_page(pieces))
    dateline = head.dateline
    if kind is Kind.EVENT or (kind is Kind.NEWS_RELEASE and speaks_of_event(pieces)):
        dateline = _with_event_date(dateline, pieces, head.is_unsure)
        kind = kind_of(pieces, quotes, composed.contacts, dateline, is_axes_page(pieces))
    pieces = pieces if kind in _NEWS else without_lead(pieces)
    axes = axis_sections(pieces) if kind is Kind.AXES else ()
    repairs = (*decoded.repairs, *composed.repairs)
    return replace(
        _found(pieces, source, vocabulary or Vocabulary()),
        kind=kind,
        languages=codes,
        dateline=dateline,
        quotes=quotes,
        contacts=tuple(composed.contacts),
        axis_sections=axes,
        repairs=tuple(dict.fromkeys(repairs)),
        queued=reasons(kind, pieces, dateline, head.is_unsure, axes, stated_axes(pieces)),
        encoding=decoded.encoding,
        account=_account(source, pieces),
    )


def _quoted(pieces: list[Piece]) -> tuple[list[Piece], tuple[Quote, ...]]:
    """Return the pieces with the paragraphs that are a quotation marked as such, and all quotations."""
    kept, quotes = [], list[Quote]()
    for piece in pieces:
        found = quotations(piece.text) if piece.kind in _SPOKEN else None
        if found:
            quotes += found.quotes
        if found and found.whole and piece.kind is not PieceKind.LIST:
            piece = replace(piece, kind=PieceKind.QUOTE, quote=found.whole)
        kept.append(piece)
    return kept, tuple(quotes)


def _with_event_date(dateline: Dateline, pieces: list[Piece], is_unsure: bool) -> Dateline:
    """Give an event without a dateline the date that its text states for it."""
    if dateline.start or is_unsure:
        return dateline
    stated = event_date([piece.text for piece in pieces if piece.kind in _SPOKEN])
    return replace(stated, place=dateline.place) if stated else dateline


def _found(pieces: list[Piece], source: PageSource, vocabulary: Vocabulary) -> LegacyDocument:
    """Return a document with what the words of `pieces` name, and the lines that were recognised as furniture."""
    text = "\n".join(piece.text for piece in pieces if piece.kind not in (PieceKind.BOILERPLATE, PieceKind.CONTACT))
    donors = [name for piece in pieces if piece.kind not in _NOT_CREDITED for name in donors_in(piece.text)]
    lines = {fate: [line.raw for line, other in source.dropped if other is fate] for fate in Fate}
    notes = [line for piece in pieces if piece.kind in _NOTES for line in piece.text.split("\n")]
    return LegacyDocument(
        pieces=tuple(pieces),
        donors=tuple(dict.fromkeys(donors)),
        programmes=tuple(programmes_in(text, vocabulary)),
        regions=tuple(regions_in(text, vocabulary)),
        axes=tuple(known_in(text, vocabulary.axes)),
        menu_lines=tuple(lines[Fate.MENU]),
        boilerplate_lines=tuple(lines[Fate.BOILERPLATE] + notes),
    )


def _account(source: PageSource, pieces: list[Piece]) -> Account:
    claims = {(span.start, span.end, Fate.PLACED) for piece in pieces for span in piece.spans}
    claims |= {(span.start, span.end, fate) for line, fate in source.dropped for span in line.spans}
    claims |= {(span.start, span.end, Fate.MARKUP) for span in source.markup}
    return account_for(source.text, claims)
