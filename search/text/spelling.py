"""Typing errors: which of the index's own words was meant."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.text.sounds import sound

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SHORTEST = 4  # letters: shorter words are too close to too many others
_NAMES_WEIGH = 8  # times more than a word of the text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the index (folded), and how many pages have it in title or names, and anywhere."""

    term: str
    titles: int
    texts: int


def may_be_misspelt(word: str) -> bool:
    """Long enough, and made of letters."""
    return len(word) >= SHORTEST and word.isalpha()


def reach(word: str) -> int:
    """How many typing errors to look for."""
    return 1 if len(word) < 5 else 2


def one_error(word: str) -> set[str]:
    """Every string one error away: a letter missing, doubled, wrong, or two exchanged."""
    letters = _ARABIC if "\u0600" <= word[0] <= "\u06ff" else _LATIN
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in halves if tail}
    found.update(head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1)
    found.update(head + letter + tail[1:] for head, tail in halves if tail for letter in letters)
    found.update(head + letter + tail for head, tail in halves for letter in letters)
    found.discard(word)
    return found


def letters_of(word: str) -> int:
    """The set of letters as bits: words two errors apart differ in four bits at most."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def close_terms(word: str, terms: Iterable[str]) -> Iterator[str]:
    """Those of many terms that are at most two errors away."""
    length, bits = len(word), letters_of(word)
    for term in terms:
        if -2 <= len(term) - length <= 2 and (letters_of(term) ^ bits).bit_count() <= 4 and distance(word, term) <= 2:
            yield term


def distance(first: str, second: str, limit: int = 3) -> int:
    """Optimal string alignment: exchanged neighbours count as one error; never above `limit`. (Damerau 1964)"""
    if abs(len(first) - len(second)) >= limit:
        return limit
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        before, last, row = row, before, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
    return min(row[-1], limit)


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if place == 0 or letter != word[place - 1])


def cost(word: str, candidate: Candidate) -> float:
    """Less is likelier: few errors, the same first letter, the same sound, a common word or a title or a name."""
    errors = float(distance(word, candidate.term, 4))
    if candidate.term.startswith(word):  # unfinished
        errors = min(errors, 0.8 + 0.15 * (len(candidate.term) - len(word)))
    if _undoubled(word) == _undoubled(candidate.term):
        errors = min(errors, 0.6)
    if sound(word) == sound(candidate.term):
        errors = min(errors - 0.3, 1.4)
    if sorted(word) == sorted(candidate.term):
        errors -= 0.2
    if word[0] != candidate.term[0]:
        errors += 0.4
    return errors - 0.25 * math.log10(1 + candidate.texts + _NAMES_WEIGH * candidate.titles)


def ranked(word: str, candidates: Iterable[Candidate], limit: int = 8) -> list[str]:
    """Likeliest first."""
    merged: dict[str, Candidate] = {}
    for found in candidates:
        seen = merged.get(found.term, Candidate(found.term, 0, 0))
        merged[found.term] = Candidate(found.term, seen.titles + found.titles, seen.texts + found.texts)
    merged.pop(word, None)
    usable = (item for item in merged.values() if item.term.isalpha() and item.titles + item.texts > 0)
    return [item.term for item in sorted(usable, key=lambda item: (cost(word, item), item.term))[:limit]]


def splits(word: str) -> list[tuple[str, str]]:
    """Two words run together; a single letter first only as an elision ("lintegration")."""
    pairs = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
    return [(word[:1], word[1:]), *pairs] if len(word) >= 5 else []
