"""Finds cards by the search engine: a name with a typing error, a topic by its synonyms."""

from collections.abc import Sequence

from search import find

MOST_CARDS = 200


def by_engine(text: str) -> Sequence[int] | None:
    """Return the keys of the cards that answer a text, the best first; None when no engine answers or knows any."""
    result = find.cards(text, size=MOST_CARDS)
    if result.engine == find.PLAIN:
        return None
    keys = [int(hit.page.rpartition(":")[2]) for hit in result.hits if hit.is_card]
    return list(dict.fromkeys(keys)) or None
