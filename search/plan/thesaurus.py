"""Editors' synonyms and promotions made ready for looking up: both directions, any language, several words at once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from search.engines.base import Vocabulary
from search.plan.question import Asked
from search.text.analysis import Analysis, analyses
from search.text.clean import clean_query
from search.text.words import cut

_MAX_ALTERNATIVES = 12
_LONGEST = 10  # words of an expression
Key = tuple[str, ...]


def words_of(expression: str) -> tuple[Asked, ...]:
    """The words of an editor's expression."""
    return tuple(Asked(word.surface.lower(), word.folded) for word in cut(clean_query(expression)) if word.folded)


def content_key(words: Iterable[Asked], analysis: Analysis) -> Key:
    """Roots of the words that carry meaning: what two spellings of one expression share."""
    words = tuple(words)
    key = tuple(analysis.root(word.folded) for word in words if word.folded not in analysis.stop)
    return key or tuple(word.folded for word in words)


@dataclass
class Thesaurus:
    """Expressions by key, pages by the key of a promoted query."""

    groups: list[list[tuple[Asked, ...]]] = field(default_factory=list)
    by_key: dict[Key, set[int]] = field(default_factory=dict)
    pages: dict[Key, list[str]] = field(default_factory=dict)

    def alternatives(self, key: Key, words: tuple[Asked, ...]) -> tuple[tuple[Asked, ...], ...]:
        """Other expressions of the groups this one belongs to."""
        said = tuple(word.folded for word in words)
        found = dict.fromkeys(
            expression
            for number in sorted(self.by_key.get(key, ()))
            for expression in self.groups[number]
            if tuple(word.folded for word in expression) != said
        )
        return tuple(found)[:_MAX_ALTERNATIVES]

    def longest(self, keys: list[str]) -> int:
        """How many words from the first one on are a known expression; 0 when none is."""
        for count in range(min(len(keys), _LONGEST), 0, -1):
            if tuple(keys[:count]) in self.by_key:
                return count
        return 0


def thesaurus(vocabulary: Vocabulary, languages: Mapping[str, str]) -> Thesaurus:
    """The tables of one moment, built once for as long as editors leave them alone."""
    return _build(vocabulary, tuple(languages.items()))


@lru_cache(maxsize=8)
def _build(vocabulary: Vocabulary, languages: tuple[tuple[str, str], ...]) -> Thesaurus:
    kinds = list(analyses(dict(languages)).values()) or [Analysis("")]
    table = Thesaurus()
    for group in vocabulary.synonyms:
        expressions = [words for words in map(words_of, group) if words]
        for words in expressions:
            for key in _keys(words, kinds):
                table.by_key.setdefault(key, set()).add(len(table.groups))
        table.groups.append(expressions)
    for promotion in vocabulary.promotions:
        for key in {key for query in promotion.queries for key in _keys(words_of(query), kinds)}:
            table.pages.setdefault(key, []).extend(promotion.pages)
    return table


def _keys(words: tuple[Asked, ...], kinds: list[Analysis]) -> set[Key]:
    """Keys under which an expression is found, whichever language it is in."""
    return {content_key(words, kind) for kind in kinds} if words else set()


_OE = re.compile("oe")


def respelled(word: Asked) -> tuple[Asked, ...]:
    """œuvre is written oeuvre too, and uvre where an old file lost the ligature."""
    if "oe" in word.folded and len(word.folded) > 5:
        lost = _OE.sub("", word.folded, count=1)
        return (Asked(lost, lost),)
    if word.folded.startswith("uvr"):
        return (Asked("o" + "e" + word.folded, "oe" + word.folded),)
    return ()
