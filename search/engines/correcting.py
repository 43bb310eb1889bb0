"""Typing errors in a question: which words the index does not know, and the wording that was meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from search.engines.matching import Matcher
from search.plan.plan import QueryPlan, Unit
from search.text import spelling
from search.text.spelling import Candidate
from search.text.words import cut

APOSTROPHE = "'"  # where a letter was elided: "durgence" is d'urgence
_ELIDED = re.compile(r"\b[^\W\d_]{1,2}'$")
_OPEN = frozenset("aeiouyhœæ")  # what a letter is elided before
_MOST_WORDS = 4  # corrected in one question
_MOST_TRIALS = 5  # other wordings tried for a word when nothing was found


@dataclass(frozen=True)
class Correction:
    """Another wording, and which folded word was replaced by which.

    `guess` is a wording that may have been meant, and may not: to be proposed. `named` are the words written as names.
    """

    text: str
    words: dict[str, str] = field(default_factory=dict)
    guess: str = ""
    named: frozenset[str] = frozenset()

    def without_names(self, asked: str) -> "Correction":
        """The correction of what was `asked` that leaves alone what is written as a name."""
        words = {word: term for word, term in self.words.items() if word not in self.named}
        return Correction(replaced(asked, words), words, self.guess or self.text)


@dataclass(frozen=True)
class _Meant:
    """What may have been meant by a word, and whether that is sure."""

    text: str
    is_sure: bool


def _correctable(plan: QueryPlan) -> list[str]:
    """Folded words that may hold a typing error: nothing in quotes, no number, no acronym, no word of a table."""
    single = [unit for unit in plan.units if not (unit.is_phrase or unit.numbers or _is_listed(unit))]
    words = (word for unit in single for word in unit.words if not word.is_acronym)
    return [word for word in dict.fromkeys(word.folded for word in words) if spelling.may_be_misspelt(word)]


def _is_listed(unit: Unit) -> bool:
    """Whether editors or the dictionary know it: a word that exists is not misspelt."""
    return bool(unit.translations) or (bool(unit.alternatives) and not unit.words[0].folded.startswith("uvr"))


def correct_unknown(plan: QueryPlan, language: str, matcher: Matcher, stop: frozenset[str] = frozenset()) -> Correction:
    """The question with every word the index does not know replaced by the likeliest it does know."""
    words = [word for word in _correctable(plan) if word not in stop]
    pairs = _pairs(plan, set(words))
    known = matcher.known((*words, *pairs)) if words else frozenset()
    whole = {part for joined, parts in pairs.items() if joined in known for part in parts}
    unknown = tuple(word for word in words if word not in known | whole)[:_MOST_WORDS]
    if not unknown:
        return Correction(plan.text)
    asked = [joined for joined, parts in pairs.items() if joined not in known and set(parts) & set(unknown)]
    near = {
        word: [one for one in spelling.ranked(word, found) if _may_mean(word, one.term, stop)]
        for word, found in matcher.near((*unknown, *asked[:_MOST_WORDS]), language, 2).items()
    }
    apart = {word: spelling.splits(word) for word in unknown}
    parts = {form for ways in apart.values() for way in ways for part in way for form in _numbers(part)}
    held = matcher.known(tuple(parts.union(one.term for found in near.values() for one in found)), as_they_are=True)
    named = _named(plan.text)
    meant = {}
    for word in unknown:
        candidates = [one for one in near[word] if one.term in held]
        if best := _meant(word, candidates, _usable(apart[word], held), stop, word in named):
            meant[word] = best
    sure = {word: best.text for word, best in meant.items() if best.is_sure}
    sure |= _joined(near, {joined: pairs[joined] for joined in asked[:_MOST_WORDS]}, sure, held)
    guessed = {word: best.text for word, best in meant.items() if word not in named} | sure
    guess = replaced(plan.text, guessed) if guessed != sure else ""
    return Correction(replaced(plan.text, sure), sure, guess, named)


def _may_mean(word: str, term: str, stop: frozenset[str]) -> bool:
    """Whether a word of the index is worth a look: words that only join others are not what people look for."""
    return term not in stop or (word[0] == term[0] and spelling.distance(word, term) <= 1)


def _named(text: str) -> frozenset[str]:
    """Folded words written as names: with a capital, and not because they begin the question or all is shouted."""
    words = list(cut(text))
    capital = [word.surface[0].isupper() and not word.surface[1:].isupper() for word in words]
    return frozenset(word.folded for place, word in enumerate(words) if capital[place] and (place or any(capital[1:2])))


def _pairs(plan: QueryPlan, correctable: set[str]) -> dict[str, tuple[str, str]]:
    """Neighbouring words written as one, for those that may be one word torn apart."""
    words = [word.folded for word in plan.words]
    return {
        first + second: (first, second)
        for first, second in pairwise(words)
        if {first, second} & correctable and (first + second).isalpha()
    }


def _joined(
    near: dict[str, list[Candidate]], pairs: dict[str, tuple[str, str]], meant: dict[str, str], held: frozenset[str]
) -> dict[str, str]:
    """Two words that are one word with a typing error in it, where neither alone is as close to another."""
    found: dict[str, str] = {}
    for joined, (first, second) in pairs.items():
        best = next((one.term for one in near[joined] if one.term in held), "")
        alone = min((spelling.errors(word, term) for word in (first, second) if (term := meant.get(word))), default=9.0)
        errors = spelling.errors(joined, best) if best else alone
        if errors <= 1.0 and errors < alone:
            found |= {first: best, second: ""}
    return found


def _usable(apart: list[tuple[str, ...]], held: frozenset[str]) -> list[tuple[str, ...]]:
    return [way for way in apart if all(len(part) == 1 or held.intersection(_numbers(part)) for part in way)]


def _numbers(part: str) -> tuple[str, ...]:
    """The word, and the same in the plural or the singular."""
    return (part, part.rstrip("s") if part.endswith("s") else f"{part}s")


def _meant(
    word: str, near: list[Candidate], apart: list[tuple[str, ...]], stop: frozenset[str], is_name: bool
) -> _Meant | None:
    """The likeliest of the words that are near, or of those that were run together; the sure before the others."""
    sure = [one for one in near if spelling.is_sure(word, one, is_name)]
    best = next(iter(sure or near), None)
    if apart:
        worth = {way: spelling.split_errors(way, stop) for way in apart}
        way = min(apart, key=lambda one: (worth[one], -min(map(len, one))))
        if not sure or best is None or spelling.errors(word, best.term) > worth[way]:
            return _Meant(APOSTROPHE.join(way) if len(way[0]) == 1 else " ".join(way), is_sure=True)
    return _Meant(best.term, bool(sure)) if best else None


def correct_within(
    plan: QueryPlan,
    language: str,
    matcher: Matcher,
    finds: Callable[[list[str]], list[int]],
    stop: frozenset[str] = frozenset(),
) -> Correction | None:
    """When the words are known but nothing holds them together: change the one word that helps most.

    `finds` says how many results each wording has.
    """
    words = tuple(word for word in _correctable(plan) if word not in stop)
    if not words or len(plan.units) > _MOST_WORDS:
        return None
    trials: list[Correction] = []
    for word, found in matcher.near(words, language, 1).items():
        near = [
            one.term
            for one in spelling.ranked(word, found, _MOST_TRIALS)
            if one.term not in stop and spelling.is_sure(word, one, is_name=True)
        ]
        trials += [Correction(replaced(plan.text, {word: term}), {word: term}) for term in near]
    if not trials:
        return None
    results = finds([trial.text for trial in trials])
    helping = [trial for trial, count in zip(trials, results, strict=True) if count]
    return min(helping, key=lambda trial: _changes(trial), default=None)


def _changes(trial: Correction) -> float:
    """How far the new wording is from the reader's."""
    return sum(spelling.cost(word, Candidate(term, 0, 0)) for word, term in trial.words.items())


def replaced(text: str, words: dict[str, str]) -> str:
    """The text with some folded words replaced wherever they stand; one replaced by nothing goes with what parts it,
    and a letter before an apostrophe goes where no vowel follows it any more."""
    parts, position = [], 0
    for word in cut(text):
        if (term := words.get(word.folded)) is not None:
            before = text[position : word.start]
            parts += [before if term[0] in _OPEN else _ELIDED.sub("", before), term] if term else []
            position = word.end
    return ("".join(parts) + text[position:]).strip()
