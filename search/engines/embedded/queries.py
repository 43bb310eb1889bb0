"""Clauses as the embedded engine's queries, built one by one: user text never reaches its parser."""

from collections.abc import Callable, Mapping
from typing import Any

from search.engines.embedded.native import Occur, Query, Schema, TextAnalyzer
from search.plan import clauses as c


class Translator:
    """For one schema; `analysers` maps a stemmed field to its analyser."""

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
        query = Query.term_query(self.schema, clause.field, clause.value)
        if clause.boost == 0.0:
            return Query.const_score_query(query, 0.0)
        return query if clause.boost == 1.0 else Query.boost_query(query, clause.boost)

    def _set(self, clause: c.AnyTerm) -> Query:
        return Query.term_set_query(self.schema, clause.field, list(clause.values))

    def _stemmed(self, clause: c.Stemmed) -> Query | None:
        placed: list[str | tuple[int, str]] = []
        for place, word in enumerate(clause.words):
            placed += [(place, term) for term in self.analysers[clause.field].analyze(word)[:1]]
        if not placed:
            return None
        if len(placed) == 1:
            query = Query.term_query(self.schema, clause.field, placed[0][1])
        else:
            query = Query.phrase_query(self.schema, clause.field, placed, slop=1)
        return Query.boost_query(query, clause.boost)

    def _phrase(self, clause: c.Phrase) -> Query:
        query = Query.phrase_query(self.schema, clause.field, list(clause.words), slop=clause.slop)
        return Query.boost_query(query, clause.boost)

    def _best(self, clause: c.Best) -> Query | None:
        queries = self._all(clause.clauses)
        return Query.disjunction_max_query(queries, tie_breaker=clause.tie) if queries else None

    def _some(self, clause: c.Some) -> Query | None:
        queries = self._all(clause.clauses)
        if not queries:
            return None
        least = max(1, min(clause.minimum, len(queries)))
        if least == len(queries):
            return Query.boolean_query([(Occur.Must, query) for query in queries])
        return Query.boolean_query([(Occur.Should, query) for query in queries], minimum_number_should_match=least)

    def _every(self, clause: c.Every) -> Query | None:
        needed = self._all(clause.clauses)
        if len(needed) < len(clause.clauses):
            return None
        if not (needed or clause.without or clause.bonus):
            return None
        parts = [(Occur.Must, query) for query in needed or [Query.all_query()]]
        parts += [(Occur.MustNot, query) for query in self._all(clause.without)]
        parts += [(Occur.Should, query) for query in self._all(clause.bonus)]
        return Query.boolean_query(parts)

    def _fixed(self, clause: c.Fixed) -> Query | None:
        query = self._forms[type(clause.clause)](clause.clause)
        return None if query is None else Query.const_score_query(query, clause.score)
