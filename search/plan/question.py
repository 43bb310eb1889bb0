"""What a reader typed, cut into words, "phrases", -exclusions and telephone numbers; any string is valid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from search.text import dates, phones
from search.text.clean import clean_query
from search.text.words import Word, cut, joined_digits

MAX_WORDS = 12
_LONGEST_ACRONYM = 6
_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"]+))')
_NUMBER = re.compile(r"(?<![\w/-])(?:\+|00)?\(?\d(?:[ .()\-/]{0,2}\d){5,16}(?!\w)")
_PERCENT = re.compile(r"(?<=\d)\s?(?:%|pour\s?cents?\b|per\s?cent\b|pct\b)", re.IGNORECASE)  # texts say it as they like
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}")
_YEARS = re.compile(r"(?:19|20)\d\d\D(?:19|20)\d\d")


@dataclass(frozen=True)
class Asked:
    """One word: lower case as typed, and folded; typed in capitals or with dots it may be an acronym (UN, W.H.O.)."""

    surface: str
    folded: str
    is_acronym: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Piece:
    """Words that belong together, `numbers` when they may be a telephone number (terms, the surest first).

    `ways` are other ways to say the same, of a date for instance.
    """

    words: tuple[Asked, ...]
    is_phrase: bool = False
    is_excluded: bool = False
    numbers: tuple[str, ...] = ()
    ways: tuple[tuple[Asked, ...], ...] = ()


@dataclass(frozen=True)
class Question:
    """The cleaned text and its pieces, at most MAX_WORDS words in all."""

    text: str
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> tuple[Asked, ...]:
        """Words asked for outside quotes: those that may be corrected or widened."""
        return tuple(
            word
            for piece in self.pieces
            if not (piece.is_phrase or piece.is_excluded or piece.numbers or piece.ways)
            for word in piece.words
        )


def read_question(raw: str, region: str) -> Question:
    """Never raises, whatever `raw` is."""
    text = clean_query(raw)
    pieces, left = [], MAX_WORDS
    for piece in _pieces(text, region):
        if left <= 0:
            break
        piece = replace(piece, words=piece.words[:left])
        pieces.append(piece)
        left -= len(piece.words)
    return Question(text, tuple(pieces))


def _pieces(text: str, region: str) -> Iterator[Piece]:
    """Dates and numbers first, since they contain spaces and dots; then quotes, exclusions and single words."""
    position, shouted = 0, text.isupper() and " " in text
    for match in _NUMBER.finditer(text):
        if piece := _figures(match.group(), region):
            yield from _wordy(text[position : match.start()], shouted)
            yield piece
            position = match.end()
    yield from _wordy(text[position:], shouted)


def _figures(text: str, region: str) -> Piece | None:
    """A date or a telephone number; None for any other number."""
    if ways := dates.spellings(text):
        return Piece(asked_words(text), ways=tuple(asked_words(way) for way in ways))
    terms = () if _YEARS.fullmatch(text) else phones.query_terms(text, region)
    return Piece(asked_words(text), numbers=terms) if terms else None


def _wordy(text: str, shouted: bool) -> Iterator[Piece]:
    """Pieces of a text without telephone numbers; where all is shouted, capitals say nothing."""
    for match in _PIECE.finditer(joined_digits(_PERCENT.sub("", _unbalanced(text)))):
        words = asked_words(match["phrase"] if match["phrase"] is not None else match["chunk"], shouted)
        excluded, decimal = bool(match["minus"]), bool(_DECIMAL.fullmatch(match["chunk"] or ""))
        if match["phrase"] is not None or excluded or decimal:
            if words:
                phrase = match["phrase"] is not None or len(words) > 1
                yield Piece(words, is_phrase=phrase, is_excluded=excluded)
        else:
            yield from (Piece((word,)) for word in words)


def _unbalanced(text: str) -> str:
    """A last quote without a partner is a typing error, not a phrase."""
    if text.count('"') % 2 == 0:
        return text
    head, _, tail = text.rpartition('"')
    return f"{head} {tail}"


def asked_words(text: str, shouted: bool = False) -> tuple[Asked, ...]:
    """The words of a piece of text."""
    return tuple(
        Asked(word.surface.lower(), word.folded, _is_acronym(word, text, shouted)) for word in cut(text) if word.folded
    )


def _is_acronym(word: Word, text: str, shouted: bool) -> bool:
    """Letters with dots between them, or a few capitals."""
    surface = word.surface
    if not (surface.isalpha() and 2 <= len(surface) <= _LONGEST_ACRONYM):
        return False
    is_dotted = word.end - word.start > len(surface) and not text[word.start + 1].isalpha()
    return is_dotted or (surface.removesuffix("s").isupper() and not shouted)
