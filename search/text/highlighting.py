"""Our own `<mark>` over escaped text, and the extract that says most; the same for both engines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from search.text.clean import straight, tidy
from search.text.fold import fold
from search.text.words import Word, cut

_LENGTH = 240  # characters of an extract
_LEAD_IN = 60  # characters shown before the first match
_MOST_MATCHES = 200
_LONGEST_SCAN = 60_000  # characters
_LIGATURES = {"oe": "œ", "ae": "æ"}
_LETTERS = re.compile("oe|ae|.")
_SPELLINGS = {
    "a": "aàâäáãå", "c": "cç", "e": "eéèêë", "i": "iîïí", "o": "oôöóœ", "u": "uùûüú", "n": "nñ", "y": "yÿ",
}  # fmt: skip


@dataclass(frozen=True)
class Marks:
    """What to mark: folded words, roots under the language's `root`, words that begin like `prefix`."""

    words: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    root: Callable[[str], str] = field(default=str, compare=False)
    prefix: str = ""

    def hits(self, word: Word) -> bool:
        """Whether this word of a text was asked for."""
        if self.prefix and word.folded.startswith(self.prefix):
            return True
        return word.folded in self.words or self.root(word.folded) in self.roots

    @property
    def starts(self) -> tuple[str, ...]:
        """First letters of everything to mark: a quick way to skip most of a text."""
        return tuple(sorted({text[:3] for text in self.words | self.roots if text}))


@lru_cache(maxsize=256)
def _finder(starts: tuple[str, ...]) -> re.Pattern[str]:
    """Places where a word begins like one of these, accents or not."""
    ways = ("".join(_letter(part) for part in _LETTERS.findall(start)) for start in starts)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})", re.IGNORECASE)


def _letter(letter: str) -> str:
    """One letter, or two that may be one: accents or not, ligature or not."""
    if letter in _LIGATURES:
        return f"(?:{''.join(map(_letter, letter))}|{_LIGATURES[letter]})"
    return f"[{_SPELLINGS[letter]}]" if letter in _SPELLINGS else re.escape(letter)


def find(text: str, marks: Marks) -> list[tuple[int, int, str]]:
    """Start, end and folded word of each match in a tidy text."""
    text = straight(text)
    if not (marks.words or marks.roots):
        return []
    found = _quick(text, marks) or [word for word in cut(text[:_LONGEST_SCAN]) if marks.hits(word)]
    return [(word.start, word.end, word.folded) for word in found[:_MOST_MATCHES]]


def _quick(text: str, marks: Marks) -> list[Word]:
    """Matches that begin like what was asked for; irregular forms need the slow way."""
    found, after = [], 0
    for place in _finder(marks.starts).finditer(text):
        if place.start() < after:
            continue
        word = next(cut(text[place.start() : place.start() + 80]), None)
        if word and word.start == 0 and marks.hits(word):
            after = place.start() + word.end
            found.append(Word(word.surface, word.folded, place.start(), after))
            if len(found) >= _MOST_MATCHES:
                break
    return found


def mark(text: str, marks: Marks) -> str:
    """The whole text, escaped, matches marked."""
    text = tidy(text)
    return _html(text, find(text, marks), 0, len(text))


def _html(text: str, found: list[tuple[int, int, str]], start: int, end: int) -> str:
    """A part of the text as safe HTML."""
    parts, position = [], start
    for first, last, _ in found:
        if first < position or last > end:
            continue
        parts += [escape(text[position:first]), "<mark>", escape(text[first:last]), "</mark>"]
        position = last
    return "".join(parts) + escape(text[position:end])


def extract(text: str, marks: Marks) -> tuple[str, int]:
    """The part of a text with most of the words asked for, as safe HTML, and how many different words it has."""
    text = " ".join(tidy(text).split())
    found = find(text, marks)
    if not found:
        return _html(text, [], 0, _cut_end(text, _LENGTH)) + ("…" if len(text) > _LENGTH else ""), 0
    start, count = _best_window(found)
    first = _cut_start(text, max(0, start - _LEAD_IN))
    last = _cut_end(text, first + _LENGTH)
    html = _html(text, found, first, last)
    return ("…" if first else "") + html + ("…" if last < len(text) else ""), count


def _best_window(found: list[tuple[int, int, str]]) -> tuple[int, int]:
    """Where the window with most different words begins; the earliest of equals."""
    best_start, best_count = found[0][0], 0
    for place, (start, _, _) in enumerate(found):
        inside = {word for first, _, word in found[place : place + 40] if first < start + _LENGTH - _LEAD_IN}
        if len(inside) > best_count:
            best_start, best_count = start, len(inside)
    return best_start, best_count


def _cut_start(text: str, place: int) -> int:
    """The beginning of a word at or before this place, of the sentence when that is near."""
    if place <= 0:
        return 0
    sentence = max(text.rfind(stop, max(0, place - 40), place + 40) for stop in (". ", "! ", "? ", "· "))
    if sentence >= 0:
        return sentence + 2
    return text.rfind(" ", 0, place) + 1


def _cut_end(text: str, place: int) -> int:
    """The end of a word at or before this place."""
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - 40, place)
    return space if space > 0 else place


def written(term: str, texts: list[str]) -> str:
    """How a folded word is written in these texts, accents included; the folded word when it is in none."""
    pattern = _finder((term[:3],))
    for text in texts:
        for place in pattern.finditer(text[:_LONGEST_SCAN]):
            word = next(cut(text[place.start() : place.start() + 80]), None)
            if word and word.start == 0 and word.folded == fold(term):
                return word.surface if word.surface.isupper() and len(word.surface) > 1 else word.surface.lower()
    return term
