"""Our own `<mark>` over escaped text, and the extract that says most; the same for both engines."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from itertools import islice

from search.text.clean import straight, tidy
from search.text.fold import fold
from search.text.words import Word, cut

_LENGTH = 240  # characters of an extract
_LEAD_IN = 60  # characters shown before the first match
_MOST_MATCHES = 200
_LONGEST_SCAN = 60_000  # characters
_LONGEST_RUN = 160  # characters
_MOST_OF_RUN = 12  # words
_LIGATURES = {"oe": "œ", "ae": "æ"}
_LETTERS = re.compile("oe|ae|.")
_SPELLINGS = {
    "a": "aàâäáãå", "c": "cç", "e": "eéèêë", "i": "iîïí", "o": "oôöóœ", "u": "uùûüú", "n": "nñ", "y": "yÿ",
}  # fmt: skip


@dataclass(frozen=True)
class Marks:
    """What to mark: folded words, roots under the language's `root`, words that begin like `prefix`.

    `runs` are words that say it only together, by their roots: "Royaume-Uni" is no kingdom. The words of `between` may
    stand among them.
    """

    words: frozenset[str] = frozenset()
    roots: frozenset[str] = frozenset()
    root: Callable[[str], str] = field(default=str, compare=False)
    prefix: str = ""
    runs: frozenset[tuple[str, ...]] = frozenset()
    between: frozenset[str] = field(default=frozenset(), compare=False)

    def hits(self, word: Word) -> bool:
        """Whether this word of a text was asked for by itself."""
        if self.prefix and word.folded.startswith(self.prefix):
            return True
        return word.folded in self.words or self.root(word.folded) in self.roots

    def reaches(self, words: list[Word]) -> int:
        """How many of the first words of a text are a run."""
        root = self.root(words[0].folded)
        return max((self._reach(run, words) for run in self.runs if run[0] == root), default=0)

    def _reach(self, run: tuple[str, ...], words: list[Word]) -> int:
        place = 0
        for part in run:
            while place and place < len(words) and words[place].folded in self.between:
                place += 1
            if place >= len(words) or self.root(words[place].folded) != part:
                return 0
            place += 1
        return place

    @property
    def starts(self) -> tuple[str, ...]:
        """First letters of everything to mark: a quick way to skip most of a text; digits may stand in groups."""
        begun = self.words | self.roots | {run[0] for run in self.runs}
        return tuple(sorted({text[:1] if text[0].isdigit() else text[:3] for text in begun if text}))


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
    if not (marks.words or marks.roots or marks.runs):
        return []
    found = _quick(text, marks) or _slow(list(cut(text[:_LONGEST_SCAN])), marks)
    return [(word.start, word.end, word.folded) for word in found[:_MOST_MATCHES]]


def _quick(text: str, marks: Marks) -> list[Word]:
    """Matches that begin like what was asked for; irregular forms need the slow way."""
    found, after = [], 0
    for place in _finder(marks.starts).finditer(text):
        if place.start() < after:
            continue
        words = list(islice(cut(text[place.start() : place.start() + _LONGEST_RUN]), _MOST_OF_RUN if marks.runs else 1))
        matched = _first(words, marks) if words and words[0].start == 0 else []
        start = place.start()
        found += [Word(word.surface, word.folded, start + word.start, start + word.end) for word in matched]
        after = found[-1].end if matched else after
        if len(found) >= _MOST_MATCHES:
            break
    return found


def _slow(words: list[Word], marks: Marks) -> list[Word]:
    """Every word of a text, one after the other."""
    found: list[Word] = []
    for place, word in enumerate(words):
        if not found or word.start >= found[-1].end:
            found += _first(words[place : place + _MOST_OF_RUN], marks)
    return found


def _first(words: list[Word], marks: Marks) -> list[Word]:
    """What to mark of the words that begin a text: those of a run, or the first by itself."""
    reached = marks.reaches(words) if marks.runs else 0
    if reached:
        return [word for word in words[:reached] if word.folded not in marks.between]
    return words[:1] if marks.hits(words[0]) else []


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
