"""All keys of the embedded index, a few thousand at a time: the whole list needs more memory than searching."""

import string
from collections.abc import Iterator

from search.engines.embedded.native import Query, Searcher, guarding
from search.plan import fields

_MOST = 4_000  # keys held at once
_LETTERS = string.printable.strip() + " "  # names of pages are ours and hold nothing else


def keys_in(searcher: Searcher) -> Iterator[tuple[str, str]]:
    """Key and digest of every document. SearchUnavailable while it goes on when the index cannot be read."""
    for term in _terms(searcher, ""):
        key, _, digest = term.rpartition(" ")
        yield key, digest


def _terms(searcher: Searcher, prefix: str) -> Iterator[str]:
    """Terms that begin like this; where there are too many, letter by letter."""
    with guarding():
        found = searcher.terms_with_prefix(fields.KEY, prefix, filter_query=Query.all_query(), limit=_MOST + 1)
    if len(found) <= _MOST:
        yield from (term for term, _ in found)
        return
    for letter in _LETTERS:
        yield from _terms(searcher, prefix + letter)
