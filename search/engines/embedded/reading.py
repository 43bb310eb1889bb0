"""Answers the shared search's requests from the embedded index."""

from __future__ import annotations

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
        self.matching = self.translator.matching
        self._kept: Counts | None = None

    def match(self, request: Request) -> Matched:
        """Results tier after tier until the page is full; then the counts, of the tiers left too."""
        matched, offset, wanted = Matched(), request.offset, request.size
        with guarding():
            snapshot = self.snapshots.newest()
            counts: dict[str, int] = {}
            for tier, clause in request.clauses():
                if wanted <= 0:
                    break
                count, scored = self._slice(snapshot, clause, offset, wanted, request)
                matched.found += [self._found(snapshot, score, where, tier.language) for score, where in scored]
                counts[tier.language] = count
                offset, wanted = max(0, offset - count), request.size - len(matched.found)
            matched.total, matched.facets = self._counted(snapshot, request, counts)
        return matched

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

    def _counted(
        self, snapshot: Snapshot, request: Request, counts: dict[str, int]
    ) -> tuple[int, dict[str, dict[str, int]]]:
        """How many match in all, and by facet; a facet with a choice of its own is counted without it.

        `counts` are those of the tiers that gave results, pages of earlier ones excluded.
        """
        counted: dict[str, dict[str, int]] = {}
        found, by_value = sum(counts.values()), self._counts(snapshot).by_value
        names = [name for name in request.facets if name != LANGUAGE and request.giving]
        free = [name for name in names if not request.filters.get(name)]
        if free or len(counts) < len(request.giving):
            found, by_free = by_value(request.union(), tuple(free))
            counted |= by_free
        for name in (name for name in names if name not in free):
            counted |= by_value(request.union(leaving_out=name), (name,))[1]
        if LANGUAGE in request.facets:
            counted[LANGUAGE] = self._by_language(snapshot, request, counts)
        return found, {name: counted.get(name, {}) for name in request.facets}

    def _by_language(self, snapshot: Snapshot, request: Request, counts: dict[str, int]) -> dict[str, int]:
        """Counts of all languages, whichever give results; the first that gives has no earlier one's pages to leave."""
        known = dict(list(counts.items())[:1])
        left = {tier.language: tier.clause for tier in request.tiers if tier.language not in known}
        clauses: list[Clause] = [Every((clause, *request.conditions())) for clause in left.values()]
        numbers = map(self._counts(snapshot).number, clauses)
        found = known | dict(zip(left, numbers, strict=True))
        return {tier.language: found[tier.language] for tier in request.tiers}

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
