"""Finds cards by the search engine: a name with a typing error, a topic by its synonyms."""

from search import find

from .finding import Answer

MOST_CARDS = 200


def by_engine(text: str) -> Answer | None:
    """Return the cards that answer a text, the best first; None when no engine answers or knows any."""
    result = find.cards(text, size=MOST_CARDS)
    if result.engine == find.PLAIN:
        return None
    keys = tuple(dict.fromkeys(int(hit.page.rpartition(":")[2]) for hit in result.hits if hit.is_card))
    return Answer(keys, result.corrected_to, result.is_partial) if keys else None
