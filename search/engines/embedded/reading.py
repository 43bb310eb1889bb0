"""Answers the shared search's requests from the embedded index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from search.engines.base import LANGUAGE, WINDOW
from search.engines.embedded.counting import Counts
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
_BESIDE = 2  # threads that count while another one puts results in order
Scored = list[tuple[float, DocAddress]]
Facets = dict[str, dict[str, int]]


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
        self.matching = self.translator.matching
        self._kept: Counts | None = None

    def match(self, request: Request) -> Matched:
        """Results tier after tier until the page is full; beside them the counts, of the tiers left too."""
        matched, offset, wanted = Matched(), request.offset, request.size
        with guarding(), ThreadPoolExecutor(_BESIDE) as beside:
            snapshot = self.snapshots.newest()
            # The package lets other threads run while it searches: on a second core the counts are ready sooner.
            counting = [beside.submit(count) for count in self._countings(snapshot, request)]
            counts: dict[str, int] = {}
            for tier, clause in request.clauses():
                if wanted <= 0:
                    break
                count, scored = self._slice(snapshot, clause, offset, wanted, request)
                matched.found += [self._found(snapshot, score, where, tier.language) for score, where in scored]
                counts[tier.language] = count
                offset, wanted = max(0, offset - count), request.size - len(matched.found)
            for counted in counting:
                matched.facets |= counted.result()
            matched.total = self._total(snapshot, request, counts)
        return _complete(matched, request, counts)

    def _slice(
        self, snapshot: Snapshot, clause: Every, offset: int, wanted: int, request: Request
    ) -> tuple[int, Scored]:
        """How many match, and those at this place of the order."""
        if request.sort == "date":
            query, most = self.matching.query(clause), min(wanted, WINDOW)
            answer = snapshot.searcher.search(query, most, order_by_field=fields.DAY, offset=offset, order=Order.Desc)
            return total(answer), [(0.0, where) for _, where in answer.hits]
        query = self.translator.query(clause)
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

    def _countings(self, snapshot: Snapshot, request: Request) -> Iterator[Callable[[], Facets]]:
        """What counts the facets, each for itself; a facet with a choice of its own is counted without it."""
        if LANGUAGE in request.facets:
            yield partial(self._by_language, snapshot, request)
        free = _free(request)
        if free:
            yield partial(self._by_value, snapshot, request.union(), free)
        for name in _countable(request):
            if name not in free:
                yield partial(self._by_value, snapshot, request.union(leaving_out=name), (name,))

    def _by_value(self, snapshot: Snapshot, clause: Clause, names: tuple[str, ...]) -> Facets:
        return dict(self._counts(snapshot).by_value(clause, names)[1])

    def _by_language(self, snapshot: Snapshot, request: Request) -> Facets:
        """Counts of all languages, whichever give results; not of the first that gives, whose results are counted."""
        number, first = self._counts(snapshot).number, request.giving[:1]
        left = (tier for tier in request.tiers if tier not in first)
        return {LANGUAGE: {tier.language: number(Every((tier.clause, *request.conditions()))) for tier in left}}

    def _total(self, snapshot: Snapshot, request: Request, counts: dict[str, int]) -> int:
        """How many match in all; `counts` are those of the tiers that gave results, pages of earlier ones excluded."""
        if len(counts) == len(request.giving):
            return sum(counts.values())
        # With the values of the facets, the number was counted and kept.
        return self._counts(snapshot).by_value(request.union(), _free(request))[0]

    def _counts(self, snapshot: Snapshot) -> Counts:
        """What counts in this snapshot, with what it counted before."""
        counts = self._kept
        if counts is None or counts.snapshot is not snapshot:
            counts = self._kept = Counts(snapshot, self.matching)
        return counts

    def counts(self, clauses: list[Clause]) -> list[int]:
        """How many pages match each clause."""
        with guarding():
            return list(map(self._counts(self.snapshots.newest()).number, clauses))

    def known(self, words: tuple[str, ...], as_they_are: bool = False) -> frozenset[str]:
        """Those of these folded words that the index holds, in any form unless `as_they_are`."""
        with guarding():
            return Words(self.snapshots, self.snapshots.newest()).known(words, as_they_are)

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


def _countable(request: Request) -> tuple[str, ...]:
    """The facets that have values of their own in the index."""
    return tuple(name for name in request.facets if name != LANGUAGE and request.giving)


def _free(request: Request) -> tuple[str, ...]:
    """The facets without a choice, counted together."""
    return tuple(name for name in _countable(request) if not request.filters.get(name))


def _complete(matched: Matched, request: Request, counts: dict[str, int]) -> Matched:
    """Every facet that was asked for, in this order; languages in theirs, the first with the number of its results."""
    if LANGUAGE in matched.facets:
        known = counts | matched.facets[LANGUAGE]
        matched.facets[LANGUAGE] = {tier.language: known[tier.language] for tier in request.tiers}
    matched.facets = {name: matched.facets.get(name, {}) for name in request.facets}
    return matched


def read_page(searcher: Searcher, snapshots: Snapshots, page: str) -> PageRecord | None:
    """One page as it is stored."""
    hits = searcher.search(Query.term_query(snapshots.schema, fields.PAGE, page), 1).hits
    return _record(searcher, hits[0][1]) if hits else None


def _record(searcher: Searcher, where: DocAddress) -> PageRecord:
    return PageRecord.from_json(stored(searcher, where, fields.SOURCE))
