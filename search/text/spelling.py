"""Typing errors: which of the index's own words was meant."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.text.sounds import sound

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SHORTEST = 4  # letters: shorter words are too close to too many others
_ELIDED = frozenset("dljmnst")  # "c" stands before forms of "être" alone
PARTICLES = frozenset("van von den der de del della di el al ben bin ibn ait ould abd abdel abou la le mac".split())
_LONG = 8  # letters; of a shorter word two errors make another word
_MOST_ERRORS = 2
_SPELLINGS = (("ou", "w"), ("oo", "w"), ("sh", "ch"), ("kh", "k"), ("q", "k"), ("dj", "j"), ("ph", "f"), ("y", "i"))
_NAMES_WEIGH = 8  # times more than a word of the text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word of the index (folded), how many pages have it in title or names, and anywhere; whether it is a name's."""

    term: str
    titles: int
    texts: int
    is_name: bool = False


def may_be_misspelt(word: str) -> bool:
    """Long enough, and made of letters."""
    return len(word) >= SHORTEST and word.isalpha()


def reach(word: str) -> int:
    """How many typing errors to look for."""
    return 1 if len(word) < 5 else 2


def one_error(word: str, before: int) -> set[str]:
    """Strings one error away, the error among the first letters: one missing, too many, wrong, or two exchanged."""
    letters = _ARABIC if "\u0600" <= word[0] <= "\u06ff" else _LATIN
    halves = [(word[:place], word[place:]) for place in range(min(before, len(word)) + 1)]
    found = {head + tail[1:] for head, tail in halves if tail}
    found.update(head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1)
    found.update(head + letter + tail[1:] for head, tail in halves if tail for letter in letters)
    found.update(head + letter + tail for head, tail in halves for letter in letters)
    found.discard(word)
    return found


def letters_of(word: str) -> int:
    """The set of letters as bits: words two errors apart differ in four bits at most."""
    bits = 0
    for letter in set(word):
        bits |= 1 << (ord(letter) & 63)
    return bits


def close_terms(word: str, terms: Iterable[str], errors: int) -> Iterator[str]:
    """Those of many terms that are at most so many errors away."""
    length, bits = len(word), letters_of(word)
    for term in terms:
        if abs(len(term) - length) <= errors and (letters_of(term) ^ bits).bit_count() <= 2 * errors:
            if distance(word, term, errors + 1) <= errors:
                yield term


def distance(first: str, second: str, limit: int = 3) -> int:
    """Optimal string alignment: exchanged neighbours count as one error; never above `limit`. (Damerau 1964)"""
    first, second = _different_parts(first, second)
    if abs(len(first) - len(second)) >= limit:
        return limit
    if not (first and second):
        return min(len(first) + len(second), limit)
    size = len(second)
    last: list[int] = []
    before = list(range(size + 1))
    for i, letter in enumerate(first, 1):
        row = [limit] * (size + 1)
        row[0] = i
        for j in range(max(1, i - limit + 1), min(size, i + limit - 1) + 1):  # further away costs more than the limit
            other = second[j - 1]
            cost = before[j - 1] if letter == other else 1 + min(before[j - 1], before[j], row[j - 1])
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other and last[j - 2] < cost:
                cost = last[j - 2] + 1
            row[j] = cost
        if min(row) >= limit:
            return limit
        last, before = before, row
    return min(before[-1], limit)


def _different_parts(first: str, second: str) -> tuple[str, str]:
    """Both words without the beginning and the end they share."""
    start, shorter = 0, min(len(first), len(second))
    while start < shorter and first[start] == second[start]:
        start += 1
    first, second, shorter = first[start:], second[start:], shorter - start
    end = 0
    while end < shorter and first[-1 - end] == second[-1 - end]:
        end += 1
    return first[: len(first) - end], second[: len(second) - end]


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if place == 0 or letter != word[place - 1])


def errors(word: str, term: str) -> float:
    """How far a word is from what was meant: few errors, the same first letter, the same sound are likelier.

    A plural that only one of them has is no error.
    """
    found = float(distance(word, term, 4))
    if term.startswith(word):  # unfinished
        found = min(found, 0.8 + 0.15 * (len(term) - len(word)))
    singular, meant = _singular(word), _singular(term)
    found = min(found, 0.6 if singular == meant else 0.2 + distance(singular, meant, 4))
    if sound(word) == sound(term):
        found = min(found - 0.3, 1.4)
    if sorted(word) == sorted(term):
        found -= 0.2
    return found + 0.4 if word[0] != term[0] else found


def is_sure(word: str, found: Candidate, is_name: bool) -> bool:
    """Whether the reader must have meant it: one error, two in a long word, the same sound for a name.

    What else is near is proposed, not taken for granted; less still for a word written as a name is.
    """
    term = found.term
    if _singular(word) == _singular(term) or _spelt(word) == _spelt(term):
        return True
    errors = min(distance(word, term), distance(word.rstrip("sx"), term.rstrip("sx")))
    if errors <= 1 or (errors <= _MOST_ERRORS and found.is_name and sound(word) == sound(term)):
        return True
    return not is_name and ((errors <= _MOST_ERRORS and len(word) >= _LONG) or _is_unfinished(word, term))


def _spelt(word: str) -> str:
    """One letter for what names and foreign words spell in two ways: Gnawa and Gnaoua, Shefshawen and Chefchaouen."""
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    return word


def _is_unfinished(word: str, term: str) -> bool:
    return len(word) > SHORTEST and term.startswith(word)


def _singular(word: str) -> str:
    return _undoubled(word.rstrip("sx"))


def cost(word: str, candidate: Candidate) -> float:
    """Less is likelier: close to the word, a common word or a title or a name."""
    return errors(word, candidate.term) - 0.25 * math.log10(1 + candidate.texts + _NAMES_WEIGH * candidate.titles)


def split_errors(parts: tuple[str, ...], stop: frozenset[str]) -> float:
    """How unlikely it is that these words were run together: an elision is not, stop words and stumps are."""
    if len(parts[0]) == 1:
        return 0.5
    return 1.0 if all(len(part) > 2 and part not in stop for part in parts) or parts[0] in PARTICLES else 2.0


def ranked(word: str, candidates: Iterable[Candidate], limit: int = 8) -> list[Candidate]:
    """Likeliest first."""
    merged: dict[str, Candidate] = {}
    for found in candidates:
        seen = merged.get(found.term, Candidate(found.term, 0, 0))
        is_name = seen.is_name or found.is_name
        merged[found.term] = Candidate(found.term, seen.titles + found.titles, seen.texts + found.texts, is_name)
    merged.pop(word, None)
    usable = (item for item in merged.values() if item.term.isalpha() and item.titles + item.texts > 0)
    return sorted(usable, key=lambda item: (cost(word, item), item.term))[:limit]


def splits(word: str) -> list[tuple[str, ...]]:
    """Words run together: two, an elision ("lintegration"), or particles of a name before it ("vandenberg")."""
    ways: list[tuple[str, ...]] = []
    if word[0] in _ELIDED and word[1] in "aeiouyh" and (word[0] in "dl" or len(word) > SHORTEST):
        ways.append((word[:1], word[1:]))
    if len(word) < SHORTEST + 1:
        return ways
    ways += [(word[:place], word[place:]) for place in range(2, len(word) - 2)]
    for first in PARTICLES:
        rest = word.removeprefix(first)
        ways += [
            (first, second, rest.removeprefix(second))
            for second in PARTICLES
            if rest != word and rest.startswith(second) and len(rest) - len(second) > 2
        ]
    return ways
