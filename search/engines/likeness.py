"""What tells a page from others: the words and facet values that pages about the same things share."""

import math
from collections import Counter
from collections.abc import Callable

from search.engines.pages import PageRecord, Record, facet_values
from search.plan import fields
from search.plan.clauses import AnyTerm, Clause, Every, Fixed, Some, Term
from search.text.analysis import Analysis
from search.text.words import folded_words, plain

_TITLE_COUNTS = 4
_LEAD_COUNTS = 2
_READ = 8_000  # characters of the body
_LOOKED_UP = 60
_TELLING = 14
_SHARED = {"programme": 4.0, "axis": 3.0, "region": 2.0}  # what a shared value adds


def frequent_words(version: Record, kind: Analysis) -> list[tuple[str, int]]:
    """The words a version says most, title and lead counted more."""
    counter: Counter[str] = Counter()
    parts = ((version["title"], _TITLE_COUNTS), (version["lead"], _LEAD_COUNTS), (version["body"][:_READ], 1))
    for text, times in parts:
        for word in folded_words(plain(text)):
            if len(word) > 3 and word not in kind.stop and not word.isdigit():
                counter[word] += times
    return counter.most_common(_LOOKED_UP)


def alike(
    record: PageRecord,
    language: str,
    kind: Analysis,
    pages_with: Callable[[str], int],
    pages: int,
    facets: tuple[str, ...],
) -> Clause | None:
    """What a page like this one holds; None when the page says nothing of its own."""
    exact = fields.of(fields.EXACT, language)
    worth = {
        word: times * math.log(1 + pages / (1 + pages_with(word)))
        for word, times in frequent_words(record.versions[language], kind)
    }
    telling = sorted(worth, key=lambda word: -worth[word])[:_TELLING]
    words: list[Clause] = [Term(exact, word, min(3.0, 0.5 + worth[word] / 20)) for word in telling]
    if not words:
        return None
    shared = [(name, tuple(facet_values(record.last, name))) for name in facets if name in _SHARED]
    bonus = tuple(Fixed(AnyTerm(fields.facet(name), values), _SHARED[name]) for name, values in shared if values)
    needed = (Some(tuple(words), max(1, len(words) // 5)), Term(fields.LANGUAGE, language, 0.0))
    return Every(needed, (Term(fields.PAGE, record.page), Term(fields.CARD, "1")), bonus)
