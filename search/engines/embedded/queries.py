"""Clauses as the embedded engine's queries, built one by one: user text never reaches its parser."""

from collections.abc import Callable, Mapping
from itertools import combinations
from math import comb
from typing import Any

from search.engines.embedded.native import Occur, Query, Schema, TextAnalyzer
from search.plan import clauses as c

_MOST_CHOICES = 6  # of more, counting which match is sooner done


class Matching:
    """Queries that find what a clause finds, worth nothing in particular, which is sooner done: for counts.

    For one schema; `analysers` maps a stemmed field to its analyser.
    """

    def __init__(self, schema: Schema, analysers: Mapping[str, TextAnalyzer]) -> None:
        self.schema = schema
        self.analysers = analysers
        self._forms: dict[type, Callable[[Any], Query | None]] = {
            c.Everything: lambda clause: Query.all_query(),
            c.Term: self._term,
            c.AnyTerm: lambda clause: Query.const_score_query(self._set(clause), 0.0),
            c.Stemmed: self._stemmed,
            c.Phrase: self._phrase,
            c.Best: self._best,
            c.Some: self._some,
            c.Every: self._every,
            c.Fixed: self._fixed,
        }

    def query(self, clause: c.Clause) -> Query:
        """The query; nothing matches what has no words left."""
        return self._forms[type(clause)](clause) or Query.empty_query()

    def _all(self, clauses: tuple[c.Clause, ...]) -> list[Query]:
        made = (self._forms[type(clause)](clause) for clause in clauses)
        return [query for query in made if query is not None]

    def _term(self, clause: c.Term) -> Query:
        return Query.term_query(self.schema, clause.field, clause.value)

    def _set(self, clause: c.AnyTerm) -> Query:
        return Query.term_set_query(self.schema, clause.field, list(clause.values))

    def _stemmed(self, clause: c.Stemmed) -> Query | None:
        placed: list[str | tuple[int, str]] = []
        for place, word in enumerate(clause.words):
            placed += [(place, term) for term in self.analysers[clause.field].analyze(word)[:1]]
        if not placed:
            return None
        if len(placed) == 1:
            return Query.term_query(self.schema, clause.field, placed[0][1])
        return Query.phrase_query(self.schema, clause.field, placed, slop=1)

    def _phrase(self, clause: c.Phrase) -> Query | None:
        return Query.phrase_query(self.schema, clause.field, list(clause.words), slop=clause.slop)

    def _best(self, clause: c.Best) -> Query | None:
        return self._some(c.Some(clause.clauses))

    def _some(self, clause: c.Some) -> Query | None:
        queries = self._all(clause.clauses)
        if not queries:
            return None
        least = max(1, min(clause.minimum, len(queries)))
        if least == len(queries):
            return Query.boolean_query([(Occur.Must, query) for query in queries])
        if least > 1 and comb(len(queries), least) <= _MOST_CHOICES:
            return self._enough(queries, least)
        return Query.boolean_query([(Occur.Should, query) for query in queries], minimum_number_should_match=least)

    def _enough(self, queries: list[Query], least: int) -> Query:
        """So many of them: all of any choice of so many are found sooner than the package counts which match."""
        choices = [[(Occur.Must, query) for query in choice] for choice in combinations(queries, least)]
        return Query.boolean_query([(Occur.Should, Query.boolean_query(choice)) for choice in choices])

    def _every(self, clause: c.Every) -> Query | None:
        needed = self._all(clause.clauses)
        if len(needed) < len(clause.clauses):
            return None
        if not (needed or clause.without or clause.bonus):
            return None
        parts = [(Occur.Must, query) for query in needed or [Query.all_query()]]
        parts += [(Occur.MustNot, query) for query in self._excluded(clause)]
        return Query.boolean_query(parts + [(Occur.Should, query) for query in self._bonus(clause)])

    def _excluded(self, clause: c.Every) -> list[Query]:
        return self._all(clause.without)

    def _bonus(self, clause: c.Every) -> list[Query]:
        return []

    def _fixed(self, clause: c.Fixed) -> Query | None:
        return self._forms[type(clause.clause)](clause.clause)


class Translator(Matching):
    """Queries with what each clause is worth: for results in order."""

    def __init__(self, schema: Schema, analysers: Mapping[str, TextAnalyzer]) -> None:
        super().__init__(schema, analysers)
        self.matching = Matching(schema, analysers)

    def _term(self, clause: c.Term) -> Query:
        query = super()._term(clause)
        return Query.const_score_query(query, 0.0) if clause.boost == 0.0 else _boosted(query, clause.boost)

    def _stemmed(self, clause: c.Stemmed) -> Query | None:
        query = super()._stemmed(clause)
        return None if query is None else _boosted(query, clause.boost)

    def _phrase(self, clause: c.Phrase) -> Query | None:
        query = super()._phrase(clause)
        return None if query is None else _boosted(query, clause.boost)

    def _best(self, clause: c.Best) -> Query | None:
        queries = self._all(clause.clauses)
        return Query.disjunction_max_query(queries, tie_breaker=clause.tie) if queries else None

    def _enough(self, queries: list[Query], least: int) -> Query:
        """What decides is worth nothing; each is worth its own."""
        deciding = Query.const_score_query(super()._enough(queries, least), 0.0)
        return Query.boolean_query([(Occur.Must, deciding), *((Occur.Should, query) for query in queries)])

    def _excluded(self, clause: c.Every) -> list[Query]:
        return self.matching._all(clause.without)

    def _bonus(self, clause: c.Every) -> list[Query]:
        return self._all(clause.bonus)

    def _fixed(self, clause: c.Fixed) -> Query | None:
        query = self.matching._fixed(clause)
        return None if query is None else Query.const_score_query(query, clause.score)


def _boosted(query: Query, boost: float) -> Query:
    return query if boost == 1.0 else Query.boost_query(query, boost)
