"""How many pages match: asked of the index once for each question as long as nothing is committed to it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from search.engines.embedded.native import total
from search.engines.embedded.queries import Matching
from search.engines.embedded.snapshots import Snapshot
from search.plan import fields
from search.plan.clauses import Clause

_MOST_VALUES = 2_000  # of one facet
_MOST_KEPT = 200  # questions: those that many ask, their further pages and their other order
_ALL = "_all"  # every page has a day
Counted = tuple[int, dict[str, dict[str, int]]]


class Counts:
    """The counts of one snapshot; what they return is shared and must not be changed."""

    def __init__(self, snapshot: Snapshot, matching: Matching) -> None:
        self.snapshot = snapshot
        self.matching = matching
        self.number = lru_cache(_MOST_KEPT)(self._number)
        self.by_value = lru_cache(_MOST_KEPT)(self._by_value)

    def _number(self, clause: Clause) -> int:
        """How many match; by date, for then nothing is weighed."""
        return total(self.snapshot.searcher.search(self.matching.query(clause), 1, order_by_field=fields.DAY))

    def _by_value(self, clause: Clause, names: tuple[str, ...]) -> Counted:
        """How many match, and how many of them have each value of these facets."""
        wanted: dict[str, Any] = {
            name: {"terms": {"field": fields.facet(name), "size": _MOST_VALUES}} for name in names
        }
        wanted[_ALL] = {"value_count": {"field": fields.DAY}}
        answer = self.snapshot.searcher.aggregate(self.matching.query(clause), wanted)
        counted = {name: {item["key"]: item["doc_count"] for item in answer[name]["buckets"]} for name in names}
        return int(answer[_ALL]["value"]), counted
