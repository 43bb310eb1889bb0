"""A small dictionary of the field: what a page in one language only may call what a reader asks in another."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from search.plan.question import Asked
from search.plan.thesaurus import Key, content_key, words_of
from search.text.analysis import Analysis, analyses

_LANGUAGES = ("french", "english")  # of the columns of the table, by English name
_MOST = 6  # ways to say one thing in another language
Expression = tuple[Asked, ...]
Translation = tuple[str, Expression]  # the language by its English name, and what it is called there


def translations(words: Expression, kinds: Iterable[Analysis]) -> tuple[Translation, ...]:
    """What an expression is called in other languages; its own language is the first of `kinds` that knows it."""
    table = _table()
    for kind in kinds:
        if found := table.get(kind.name, {}).get(content_key(words, kind)):
            return tuple(dict.fromkeys(found))[:_MOST]
    return ()


def longest(roots: list[str], kind: Analysis) -> int:
    """How many words from the first one on are an expression of several words; 0 when none is."""
    known = _table().get(kind.name, {})
    return next((count for count in range(min(len(roots), 4), 1, -1) if tuple(roots[:count]) in known), 0)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[Key, list[Translation]]]:
    """By language, then by the roots of an expression."""
    kinds = {kind.name: kind for kind in analyses({name: name for name in _LANGUAGES}).values()}
    table: dict[str, dict[Key, list[Translation]]] = {name: {} for name in _LANGUAGES}
    for line in _lines():
        columns = dict(zip(_LANGUAGES, line.split("="), strict=True))
        said = {name: [words_of(part) for part in text.split(",")] for name, text in columns.items()}
        for name, expressions in said.items():
            others = [(other, words) for other in _LANGUAGES if other != name for words in said[other]]
            for words in expressions:
                table[name].setdefault(content_key(words, kinds[name]), []).extend(others)
    return table


def _lines() -> list[str]:
    path = Path(__file__).parent.parent / "text" / "lexicon.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
