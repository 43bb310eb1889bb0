"""Editors' synonyms and promotions made ready for looking up: both directions, any language, several words at once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from search.engines.base import Vocabulary
from search.plan.question import Asked, asked_words
from search.text.analysis import Analysis, analyses
from search.text.clean import clean_query

_MAX_ALTERNATIVES = 12
_LONGEST = 10  # words of an expression
_SHORTEST_PLURAL = 3  # letters of an acronym beyond which a last s may be its plural: SMEs, ONGs
Key = tuple[str, ...]


def words_of(expression: str) -> tuple[Asked, ...]:
    """The words of an editor's expression."""
    return asked_words(clean_query(expression))


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
    stop: frozenset[str] = frozenset()

    def numbers(self, key: Key, first: Asked) -> set[int]:
        """The groups an expression belongs to; an acronym is itself only, whatever has the same root (HIV, hive)."""
        found = self.by_key.get(key, set())
        return found | self.by_key.get(_acronym_key(first), set()) if len(key) == 1 else found

    def alternatives(self, key: Key, words: tuple[Asked, ...]) -> tuple[tuple[Asked, ...], ...]:
        """Other expressions of the groups this one belongs to."""
        said = tuple(word.folded for word in words)
        found = dict.fromkeys(
            expression
            for number in sorted(self.numbers(key, words[0]))
            for expression in self.groups[number]
            if tuple(word.folded for word in expression) != said
        )
        return tuple(found)[:_MAX_ALTERNATIVES]

    def longest(self, keys: list[str], first: Asked) -> int:
        """How many words from the first one on are a known expression; 0 when none is.

        A stop word of any language is an acronym only when it is typed as one: WHO, not who.
        """
        for count in range(min(len(keys), _LONGEST), 0, -1):
            if self.numbers(tuple(keys[:count]), first):
                return count if count > 1 or first.is_acronym or first.folded not in self.stop else 0
        return 0


def thesaurus(vocabulary: Vocabulary, languages: Mapping[str, str]) -> Thesaurus:
    """The tables of one moment, built once for as long as editors leave them alone."""
    return _build(vocabulary, tuple(languages.items()))


@lru_cache(maxsize=8)
def _build(vocabulary: Vocabulary, languages: tuple[tuple[str, str], ...]) -> Thesaurus:
    kinds = list(analyses(dict(languages)).values()) or [Analysis("")]
    table = Thesaurus(stop=frozenset().union(*(kind.stop for kind in kinds)))
    for group in vocabulary.synonyms:
        expressions = [words for words in map(words_of, group) if words]
        for words in expressions:
            for key in {_acronym_key(words[0])} if _is_acronym(words) else _keys(words, kinds):
                table.by_key.setdefault(key, set()).add(len(table.groups))
        table.groups.append(expressions)
    for promotion in vocabulary.promotions:
        for key in {key for query in promotion.queries for key in _keys(words_of(query), kinds)}:
            table.pages.setdefault(key, []).extend(promotion.pages)
    return table


def _is_acronym(words: tuple[Asked, ...]) -> bool:
    return len(words) == 1 and words[0].is_acronym


def _acronym_key(word: Asked) -> Key:
    """No root has an equals sign."""
    return ("=" + word.folded.removesuffix("s") if len(word.folded) > _SHORTEST_PLURAL else "=" + word.folded,)


def _keys(words: tuple[Asked, ...], kinds: list[Analysis]) -> set[Key]:
    """Keys under which an expression is found, whichever language it is in."""
    return {content_key(words, kind) for kind in kinds} if words else set()


_OE = re.compile("oe")
_LETTERS_DIGITS = re.compile(r"([a-z]{2,})(\d{1,4})")


def respelled(word: Asked) -> tuple[tuple[Asked, ...], ...]:
    """œuvre is written oeuvre too, and uvre where an old file lost the ligature; COVID19 is COVID-19."""
    if "oe" in word.folded and len(word.folded) > 5:
        lost = _OE.sub("", word.folded, count=1)
        return ((Asked(lost, lost),),)
    if word.folded.startswith("uvr"):
        return ((Asked("o" + "e" + word.folded, "oe" + word.folded),),)
    if match := _LETTERS_DIGITS.fullmatch(word.folded):
        return (tuple(Asked(part, part) for part in match.groups()),)
    return ()
