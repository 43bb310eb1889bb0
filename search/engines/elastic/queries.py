"""Clauses as Elasticsearch queries; user text is only ever a value in them."""

from typing import Any

from search.engines.elastic.client import Q, Query
from search.plan import clauses as c


def query(clause: c.Clause) -> Query:
    """The query for a clause."""
    return _FORMS[type(clause)](clause)


def _all(clauses: tuple[c.Clause, ...]) -> list[Query]:
    return [query(clause) for clause in clauses]


def _term(clause: c.Term) -> Query:
    return Q("term", **{clause.field: {"value": clause.value, "boost": clause.boost}})


def _set(clause: c.AnyTerm) -> Query:
    return Q("terms", **{clause.field: list(clause.values), "boost": 0.0})


def _stemmed(clause: c.Stemmed) -> Query:
    text: dict[str, Any] = {"query": " ".join(clause.words), "boost": clause.boost}
    if len(clause.words) == 1:
        return Q("match", **{clause.field: text})
    return Q("match_phrase", **{clause.field: text | {"slop": 1}})


def _phrase(clause: c.Phrase) -> Query:
    text = {"query": " ".join(clause.words), "slop": clause.slop, "boost": clause.boost}
    return Q("match_phrase", **{clause.field: text})


def _best(clause: c.Best) -> Query:
    return Q("dis_max", queries=_all(clause.clauses), tie_breaker=clause.tie)


def _some(clause: c.Some) -> Query:
    least = max(1, min(clause.minimum, len(clause.clauses)))
    return Q("bool", should=_all(clause.clauses), minimum_should_match=least)


def _every(clause: c.Every) -> Query:
    return Q(
        "bool",
        must=_all(clause.clauses),
        must_not=_all(clause.without),
        should=_all(clause.bonus),
        minimum_should_match=0,
    )


def _fixed(clause: c.Fixed) -> Query:
    return Q("constant_score", filter=query(clause.clause), boost=clause.score)


_FORMS: dict[type, Any] = {
    c.Everything: lambda clause: Q("match_all"),
    c.Term: _term,
    c.AnyTerm: _set,
    c.Stemmed: _stemmed,
    c.Phrase: _phrase,
    c.Best: _best,
    c.Some: _some,
    c.Every: _every,
    c.Fixed: _fixed,
}
