"""Answers the shared search's requests from the embedded index."""

from __future__ import annotations

from dataclasses import replace

from search.engines.base import LANGUAGE, WINDOW
from search.engines.embedded.native import DocAddress, Order, Query, Searcher, guarding, stored, total
from search.engines.embedded.queries import Translator
from search.engines.embedded.snapshots import Snapshot, Snapshots
from search.engines.embedded.vocabulary import Words
from search.engines.likeness import alike
from search.engines.matching import PINNED, Found, Matched, Request, freshness
from search.engines.pages import PageRecord
from search.plan import fields
from search.plan.clauses import Clause, Every
from search.text.spelling import Candidate

_BLOCK = 200  # results whose order recency may change among themselves
_MOST_VALUES = 2_000  # of one facet
Scored = list[tuple[float, DocAddress]]


class EmbeddedMatcher:
    """A Matcher over the newest snapshot."""

    def __init__(self, snapshots: Snapshots) -> None:
        self.snapshots = snapshots
        stemmed = {
            fields.of(name, code): made
            for code, made in snapshots.analysers.items()
            for name in fields.PER_LANGUAGE_STEMMED
        }
        self.translator = Translator(snapshots.schema, stemmed)

    def match(self, request: Request) -> Matched:
        """Results tier after tier, then the counts of the facets."""
        matched, offset, wanted = Matched(), request.offset, request.size
        alone: dict[str, int] = {}
        with guarding():
            snapshot = self.snapshots.newest()
            for place, (tier, clause) in enumerate(request.clauses()):
                count, scored = self._slice(snapshot, clause, offset, wanted, request)
                matched.found += [self._found(snapshot, score, where, tier.language) for score, where in scored]
                matched.total += count
                offset, wanted = max(0, offset - count), request.size - len(matched.found)
                if place == 0:
                    alone[tier.language] = count
            matched.facets = self._facets(snapshot, request, alone)
        return matched

    def _slice(
        self, snapshot: Snapshot, clause: Every, offset: int, wanted: int, request: Request
    ) -> tuple[int, Scored]:
        """How many match, and those at this place of the order."""
        if wanted <= 0:
            return self._count(snapshot, replace(clause, bonus=())), []
        query = self.translator.query(clause)
        if request.sort == "date":
            answer = snapshot.searcher.search(
                query, min(wanted, WINDOW), order_by_field=fields.DAY, offset=offset, order=Order.Desc
            )
            return total(answer), [(0.0, where) for _, where in answer.hits]
        start = offset // _BLOCK * _BLOCK
        answer = snapshot.searcher.search(query, _BLOCK * (1 + (offset + wanted > start + _BLOCK)), offset=start)
        ordered: Scored = []
        for begin in range(0, len(answer.hits), _BLOCK):
            ordered += self._refreshed(snapshot, answer.hits[begin : begin + _BLOCK], request)
        return total(answer), ordered[offset - start : offset - start + wanted]

    @staticmethod
    def _refreshed(snapshot: Snapshot, hits: list, request: Request) -> Scored:
        """A block of results in the order that recency and the editors' weight make of it."""
        places = [where for _, where in hits]
        days = snapshot.searcher.fast_field_values(fields.DAY, places)
        weights = snapshot.searcher.fast_field_values(fields.WEIGHT, places)
        scored = []
        for (score, where), day, weight in zip(hits, days, weights, strict=True):
            if score < PINNED:
                score *= freshness(int(day or 0), request.today) * float(weight or 1.0)
            scored.append((score, where))
        return sorted(scored, key=lambda item: -item[0])

    @staticmethod
    def _found(snapshot: Snapshot, score: float, where: DocAddress, language: str) -> Found:
        return Found(_record(snapshot.searcher, where), language, score)

    def _facets(self, snapshot: Snapshot, request: Request, alone: dict[str, int]) -> dict[str, dict[str, int]]:
        """Counts by facet; a facet with a choice of its own is counted without it."""
        counted: dict[str, dict[str, int]] = {}
        names = [name for name in request.facets if name != LANGUAGE]
        free = [name for name in names if not request.filters.get(name)]
        if free and request.giving:
            counted |= self._aggregate(snapshot, request.union(), free)
        for name in (name for name in names if name not in free and request.giving):
            counted |= self._aggregate(snapshot, request.union(leaving_out=name), [name])
        if LANGUAGE in request.facets:
            counted[LANGUAGE] = {
                tier.language: alone[tier.language]
                if tier.language in alone
                else self._count(snapshot, Every((tier.clause, *request.conditions())))
                for tier in request.tiers
            }
        return {name: counted.get(name, {}) for name in request.facets}

    def _aggregate(self, snapshot: Snapshot, clause: Clause, names: list[str]) -> dict[str, dict[str, int]]:
        wanted = {name: {"terms": {"field": fields.facet(name), "size": _MOST_VALUES}} for name in names}
        answer = snapshot.searcher.aggregate(self.translator.query(clause), wanted)
        return {name: {item["key"]: item["doc_count"] for item in answer[name]["buckets"]} for name in names}

    def _count(self, snapshot: Snapshot, clause: Clause) -> int:
        """How many match; by date, for then nothing is weighed."""
        return total(snapshot.searcher.search(self.translator.query(clause), 1, order_by_field=fields.DAY))

    def counts(self, clauses: list[Clause]) -> list[int]:
        """How many pages match each clause."""
        with guarding():
            snapshot = self.snapshots.newest()
            return [self._count(snapshot, clause) for clause in clauses]

    def known(self, words: tuple[str, ...]) -> frozenset[str]:
        """Those of these folded words that the index holds in any form."""
        with guarding():
            return Words(self.snapshots, self.snapshots.newest()).known(words)

    def near(self, words: tuple[str, ...], language: str, errors: int) -> dict[str, list[Candidate]]:
        """Words of the index a few typing errors away, or names that sound the same."""
        with guarding():
            lists = Words(self.snapshots, self.snapshots.newest())
            return {word: lists.near(word, language, errors) for word in words}

    def beginning(self, clause: Clause, limit: int, language: str) -> list[Found]:
        """The pages that suggest themselves most, by the editors' weight and by date."""
        with guarding():
            snapshot = self.snapshots.newest()
            hits = snapshot.searcher.search(self.translator.query(clause), 40, count=False).hits
            best = self._refreshed(snapshot, hits, Request((), ()))[:limit]
            return [self._found(snapshot, score, where, language) for score, where in best]

    def page_record(self, page: str) -> PageRecord | None:
        """One page of the index."""
        with guarding():
            return read_page(self.snapshots.newest().searcher, self.snapshots, page)

    def like(self, record: PageRecord, language: str, limit: int) -> list[Found]:
        """Pages that share the words which tell this page from others."""
        with guarding():
            snapshot = self.snapshots.newest()
            kind = self.snapshots.kinds[language]
            exact = fields.of(fields.EXACT, language)
            clause = alike(
                record,
                language,
                kind,
                lambda word: snapshot.searcher.doc_freq(exact, word),
                snapshot.searcher.num_docs,
                self.snapshots.settings.facets,
            )
            if clause is None:
                return []
            hits = snapshot.searcher.search(self.translator.query(clause), limit, count=False).hits
            return [self._found(snapshot, score, where, language) for score, where in hits]


def read_page(searcher: Searcher, snapshots: Snapshots, page: str) -> PageRecord | None:
    """One page as it is stored."""
    hits = searcher.search(Query.term_query(snapshots.schema, fields.PAGE, page), 1).hits
    return _record(searcher, hits[0][1]) if hits else None


def _record(searcher: Searcher, where: DocAddress) -> PageRecord:
    return PageRecord.from_json(stored(searcher, where, fields.SOURCE))
