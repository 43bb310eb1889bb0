"""What a reader typed, cut into words, "phrases", -exclusions and telephone numbers; any string is valid."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.text import phones
from search.text.clean import clean_query
from search.text.words import cut, joined_digits

MAX_WORDS = 12
_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|(?P<chunk>[^\s"]+))')
_NUMBER = re.compile(r"(?<![\w/-])(?:\+|00)?\(?\d(?:[ .()\-/]{0,2}\d){5,16}(?!\w)")
_YEARS = re.compile(r"(?:19|20)\d\d\D(?:19|20)\d\d")


@dataclass(frozen=True)
class Asked:
    """One word: lower case as typed, and folded."""

    surface: str
    folded: str


@dataclass(frozen=True)
class Piece:
    """Words that belong together, `numbers` when they may be a telephone number (terms, the surest first)."""

    words: tuple[Asked, ...]
    is_phrase: bool = False
    is_excluded: bool = False
    numbers: tuple[str, ...] = ()


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
            if not (piece.is_phrase or piece.is_excluded or piece.numbers)
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
    """Numbers first, since they contain spaces; then quotes, exclusions and single words."""
    position = 0
    for match in _NUMBER.finditer(text):
        terms = () if _YEARS.fullmatch(match.group()) else phones.query_terms(match.group(), region)
        if terms:
            yield from _wordy(text[position : match.start()])
            yield Piece(_asked(match.group()), numbers=terms)
            position = match.end()
    yield from _wordy(text[position:])


def _wordy(text: str) -> Iterator[Piece]:
    """Pieces of a text without telephone numbers."""
    for match in _PIECE.finditer(joined_digits(_unbalanced(text))):
        words = _asked(match["phrase"] if match["phrase"] is not None else match["chunk"])
        excluded = bool(match["minus"])
        if match["phrase"] is not None or excluded:
            if words:
                yield Piece(words, is_phrase=match["phrase"] is not None or len(words) > 1, is_excluded=excluded)
        else:
            yield from (Piece((word,)) for word in words)


def _unbalanced(text: str) -> str:
    """A last quote without a partner is a typing error, not a phrase."""
    if text.count('"') % 2 == 0:
        return text
    head, _, tail = text.rpartition('"')
    return f"{head} {tail}"


def _asked(text: str) -> tuple[Asked, ...]:
    """The words of a piece of text."""
    return tuple(Asked(word.surface.lower(), word.folded) for word in cut(text) if word.folded)
