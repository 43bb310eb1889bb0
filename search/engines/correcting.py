"""Typing errors in a question: which words the index does not know, and the wording that was meant."""

from collections.abc import Callable
from dataclasses import dataclass, field

from search.engines.matching import Matcher
from search.plan.plan import QueryPlan, Unit
from search.text import spelling
from search.text.words import cut

_MOST_WORDS = 4  # corrected in one question
_MOST_TRIALS = 5  # other wordings tried for a word when nothing was found


@dataclass(frozen=True)
class Correction:
    """Another wording, and which folded word was replaced by which."""

    text: str
    words: dict[str, str] = field(default_factory=dict)


def _correctable(plan: QueryPlan) -> list[str]:
    """Folded words that may hold a typing error: nothing in quotes, no number, nothing editors list as a synonym."""
    single = [unit for unit in plan.units if not (unit.is_phrase or unit.numbers or _is_listed(unit))]
    words = (word.folded for unit in single for word in unit.words)
    return [word for word in dict.fromkeys(words) if spelling.may_be_misspelt(word)]


def _is_listed(unit: Unit) -> bool:
    return bool(unit.alternatives) and not unit.words[0].folded.startswith("uvr")


def correct_unknown(plan: QueryPlan, language: str, matcher: Matcher) -> Correction | None:
    """The question with every word the index does not know replaced by the likeliest it does know."""
    words = _correctable(plan)
    if not words:
        return None
    known = matcher.known(tuple(words))
    unknown = tuple(word for word in words if word not in known)[:_MOST_WORDS]
    if not unknown:
        return None
    near = {word: spelling.ranked(word, found) for word, found in matcher.near(unknown, language, 2).items()}
    apart = {word: [pair for pair in spelling.splits(word) if len(pair[1]) > 2] for word in unknown}
    parts = {part for pairs in apart.values() for pair in pairs for part in pair if len(part) > 1}
    held = matcher.known(tuple(parts.union(*near.values())))
    meant = {word: best for word in unknown if (best := _meant(word, near[word], apart[word], held))}
    return Correction(replaced(plan.text, meant), meant) if meant else None


def _meant(word: str, near: list[str], apart: list[tuple[str, str]], held: frozenset[str]) -> str:
    """The likeliest word that a page still holds, or two words that were run together.

    An index remembers words of removed pages for a while; readers must not see them."""
    best = next((term for term in near if term in held), "")
    if best and spelling.distance(word, best) <= 1:
        return best
    usable = [pair for pair in apart if all(part in held or len(part) == 1 for part in pair)]
    if not usable:
        return best
    head, tail = max(usable, key=lambda pair: (min(len(pair[0]), len(pair[1])) > 2, min(map(len, pair))))
    return tail if len(head) == 1 else f"{head} {tail}"


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
    """The text with some folded words replaced wherever they stand."""
    parts, position = [], 0
    for word in cut(text):
        if term := words.get(word.folded):
            parts += [text[position : word.start], term]
            position = word.end
    return "".join(parts) + text[position:]
