"""What kind of page an old page is, by its title, its form and its words."""

from collections.abc import Sequence

from importer.legacy.document import Contact, Dateline, Kind, Piece, PieceKind, Quote
from importer.legacy.folding import fold
from importer.legacy.words import pattern

_FEW_WORDS = 150  # characters that a page of contacts may say beside them
_TEXT = (PieceKind.LEAD, PieceKind.PARAGRAPH, PieceKind.QUOTE, PieceKind.LIST, PieceKind.TABLE, PieceKind.HEADING)


def kind_of(
    pieces: Sequence[Piece], quotes: Sequence[Quote], contacts: Sequence[Contact], dateline: Dateline, has_axes: bool
) -> Kind:
    """Return the kind of the page that `pieces` make; a release when nothing says otherwise."""
    text = [piece for piece in pieces if piece.kind in _TEXT]
    if not pieces:
        return Kind.MENU_ONLY
    if contacts and not dateline.start and sum(len(piece.text) for piece in text) < _FEW_WORDS:
        return Kind.CONTACT
    title = fold(" ".join(piece.text for piece in pieces if piece.kind is PieceKind.TITLE))
    labels = fold(" ".join(piece.text for piece in pieces if piece.kind is PieceKind.LABEL))
    if has_axes:
        return Kind.AXES
    if pattern("kinds", "statement", r"^\W*{}\b").match(title) or pattern("kinds", "statement").search(labels):
        return Kind.STATEMENT
    if _is_programme(title, text, quotes, dateline):
        return Kind.PROGRAMME
    if _is_story(fold(" ".join(piece.text for piece in text)), quotes, title):
        return Kind.STORY
    return Kind.EVENT if _is_event(title, dateline, labels) else Kind.NEWS_RELEASE


def _is_event(title: str, dateline: Dateline, labels: str) -> bool:
    return bool(pattern("kinds", "event").search(title)) and not (labels and not dateline.start)


def _is_programme(title: str, text: Sequence[Piece], quotes: Sequence[Quote], dateline: Dateline) -> bool:
    if dateline.start or any(quote.speaker for quote in quotes):
        return False
    named = pattern("kinds", "programme", r"^\W*{}\b").match(title)
    signs = {
        found[0] for found in pattern("kinds", "programme_signs").finditer(fold(" ".join(piece.text for piece in text)))
    }
    has_verb = pattern("kinds", "news_verbs").search(title)
    return bool(named) and not has_verb and len(signs) >= 2


def _is_story(text: str, quotes: Sequence[Quote], title: str) -> bool:
    """One person's own words: most quotations in the first person singular, and a life told."""
    own_words = pattern("kinds", "own_words", r"\b{}(?:\b|(?<='))")
    own = [quote for quote in quotes if own_words.search(fold(quote.text))]
    official = [quote for quote in quotes if quote.role]
    if len(own) < 2 or len(own) * 2 < len(quotes) or len(official) * 2 > len(quotes):
        return False
    return bool(pattern("kinds", "story").search(text)) or len(own) >= 3 or bool(pattern("kinds", "life").search(title))


def speaks_of_event(pieces: Sequence[Piece]) -> bool:
    """Say whether the title speaks of an event."""
    title = fold(" ".join(piece.text for piece in pieces if piece.kind is PieceKind.TITLE))
    return bool(pattern("kinds", "event").search(title))
