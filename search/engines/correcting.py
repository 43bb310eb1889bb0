"""Typing errors in a question: which words the index does not know, and the wording that was meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from search.engines.matching import Matcher
from search.plan.plan import QueryPlan, Unit
from search.text import spelling
from search.text.words import cut

APOSTROPHE = "'"  # where a letter was elided: "durgence" is d'urgence
_ELIDED = re.compile(r"\b[^\W\d_]{1,2}'$")
_OPEN = frozenset("aeiouyhœæ")  # what a letter is elided before
_MOST_WORDS = 4  # corrected in one question
_MOST_TRIALS = 5  # other wordings tried for a word when nothing was found


@dataclass(frozen=True)
class Correction:
    """Another wording, and which folded word was replaced by which."""

    text: str
    words: dict[str, str] = field(default_factory=dict)


def _correctable(plan: QueryPlan) -> list[str]:
    """Folded words that may hold a typing error: nothing in quotes, no number, no acronym, no word of a table."""
    single = [unit for unit in plan.units if not (unit.is_phrase or unit.numbers or _is_listed(unit))]
    words = (word for unit in single for word in unit.words if not word.is_acronym)
    return [word for word in dict.fromkeys(word.folded for word in words) if spelling.may_be_misspelt(word)]


def _is_listed(unit: Unit) -> bool:
    """Whether editors or the dictionary know it: a word that exists is not misspelt."""
    return bool(unit.translations) or (bool(unit.alternatives) and not unit.words[0].folded.startswith("uvr"))


def correct_unknown(
    plan: QueryPlan, language: str, matcher: Matcher, stop: frozenset[str] = frozenset()
) -> Correction | None:
    """The question with every word the index does not know replaced by the likeliest it does know."""
    words = [word for word in _correctable(plan) if word not in stop]
    if not words:
        return None
    pairs = _pairs(plan, set(words))
    known = matcher.known((*words, *pairs))
    whole = {part for joined, parts in pairs.items() if joined in known for part in parts}
    unknown = tuple(word for word in words if word not in known | whole)[:_MOST_WORDS]
    if not unknown:
        return None
    asked = [joined for joined, parts in pairs.items() if joined not in known and set(parts) & set(unknown)]
    near = {
        word: spelling.ranked(word, found)
        for word, found in matcher.near((*unknown, *asked[:_MOST_WORDS]), language, 2).items()
    }
    apart = {word: spelling.splits(word) for word in unknown}
    parts = {part for ways in apart.values() for way in ways for part in way if len(part) > 1}
    held = matcher.known(tuple(parts.union(*near.values())))
    meant = {word: best for word in unknown if (best := _meant(word, near[word], apart[word], held, stop))}
    meant |= _joined(near, {joined: pairs[joined] for joined in asked[:_MOST_WORDS]}, meant, held)
    return Correction(replaced(plan.text, meant), meant) if meant else None


def _pairs(plan: QueryPlan, correctable: set[str]) -> dict[str, tuple[str, str]]:
    """Neighbouring words written as one, for those that may be one word torn apart."""
    words = [word.folded for word in plan.words]
    return {
        first + second: (first, second)
        for first, second in pairwise(words)
        if {first, second} & correctable and (first + second).isalpha()
    }


def _joined(
    near: dict[str, list[str]], pairs: dict[str, tuple[str, str]], meant: dict[str, str], held: frozenset[str]
) -> dict[str, str]:
    """Two words that are one word with a typing error in it, where neither alone is as close to another."""
    found: dict[str, str] = {}
    for joined, (first, second) in pairs.items():
        best = next((term for term in near[joined] if term in held), "")
        alone = min((spelling.errors(word, term) for word in (first, second) if (term := meant.get(word))), default=9.0)
        errors = spelling.errors(joined, best) if best else alone
        if errors <= 1.0 and errors < alone:
            found |= {first: best, second: ""}
    return found


def _meant(word: str, near: list[str], apart: list[tuple[str, ...]], held: frozenset[str], stop: frozenset[str]) -> str:
    """The likeliest word that a page still holds, or words that were run together.

    An index remembers words of removed pages for a while; readers must not see them."""
    best = next((term for term in near if term in held), "")
    usable = [way for way in apart if all(part in held or len(part) == 1 for part in way)]
    if not usable:
        return best
    worth = {way: spelling.split_errors(way, stop) for way in usable}
    way = min(usable, key=lambda one: (worth[one], -min(map(len, one))))
    if best and spelling.errors(word, best) <= worth[way]:
        return best
    return APOSTROPHE.join(way) if len(way[0]) == 1 else " ".join(way)


def correct_within(
    plan: QueryPlan, language: str, matcher: Matcher, finds: Callable[[list[str]], list[int]]
) -> Correction | None:
    """When the words are known but nothing holds them together: change the one word that helps most.

    `finds` says how many results each wording has.
    """
    words = tuple(_correctable(plan))
    if not words or len(plan.units) > _MOST_WORDS:
        return None
    trials: list[Correction] = []
    for word, found in matcher.near(words, language, 1).items():
        near = spelling.ranked(word, found, _MOST_TRIALS)
        trials += [Correction(replaced(plan.text, {word: term}), {word: term}) for term in near]
    if not trials:
        return None
    results = finds([trial.text for trial in trials])
    helping = [trial for trial, count in zip(trials, results, strict=True) if count]
    return min(helping, key=lambda trial: _changes(trial), default=None)


def _changes(trial: Correction) -> float:
    """How far the new wording is from the reader's."""
    return sum(spelling.cost(word, spelling.Candidate(term, 0, 0)) for word, term in trial.words.items())


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
