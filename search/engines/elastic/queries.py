"""Clauses as Elasticsearch queries; user text is only ever a value in them.

The queries are written as plain dictionaries: a question has hundreds of them, and an object for each costs more
than the server's answer. `Written` hands them to the library.
"""

from collections.abc import Iterable
from typing import Any

from search.engines.elastic.client import Query
from search.plan import clauses as c

Body = dict[str, Any]


class Written(Query):
    """A query that is a dictionary already."""

    name = "written"

    def __init__(self, body: Body) -> None:
        super().__init__()
        self._body = body

    def to_dict(self) -> Body:
        """The dictionary."""
        return self._body


def query(clause: c.Clause) -> Body:
    """The query for a clause."""
    return _FORMS[type(clause)](clause)


def combined(**parts: Any) -> Body:
    """A `bool` query; empty parts are left out."""
    return {"bool": {name: part for name, part in parts.items() if part not in ([], None)}}


def constant(filtering: Body, score: float) -> Body:
    """A fixed score for all that a query finds."""
    return {"constant_score": {"filter": filtering, "boost": score}}


def term(field: str, value: str, boost: float = 1.0) -> Body:
    """What has a word in a field."""
    return {"term": {field: {"value": value, "boost": boost}}}


def terms(field: str, values: Iterable[str]) -> Body:
    """What has one of the values in a field."""
    return {"terms": {field: list(values)}}


def _all(clauses: tuple[c.Clause, ...]) -> list[Body]:
    return [query(clause) for clause in clauses]


def _set(clause: c.AnyTerm) -> Body:
    return {"terms": {clause.field: list(clause.values), "boost": 0.0}}


def _stemmed(clause: c.Stemmed) -> Body:
    text: Body = {"query": " ".join(clause.words), "boost": clause.boost}
    if len(clause.words) == 1:
        return {"match": {clause.field: text}}
    return {"match_phrase": {clause.field: text | {"slop": 1}}}


def _phrase(clause: c.Phrase) -> Body:
    text = {"query": " ".join(clause.words), "slop": clause.slop, "boost": clause.boost}
    return {"match_phrase": {clause.field: text}}


def _best(clause: c.Best) -> Body:
    return {"dis_max": {"queries": _all(clause.clauses), "tie_breaker": clause.tie}}


def _some(clause: c.Some) -> Body:
    least = max(1, min(clause.minimum, len(clause.clauses)))
    return combined(should=_all(clause.clauses), minimum_should_match=least)


def _every(clause: c.Every) -> Body:
    return combined(
        must=_all(clause.clauses),
        must_not=_all(clause.without),
        should=_all(clause.bonus),
        minimum_should_match=0,
    )


_FORMS: dict[type, Any] = {
    c.Everything: lambda clause: {"match_all": {}},
    c.Term: lambda clause: term(clause.field, clause.value, clause.boost),
    c.AnyTerm: _set,
    c.Stemmed: _stemmed,
    c.Phrase: _phrase,
    c.Best: _best,
    c.Some: _some,
    c.Every: _every,
    c.Fixed: lambda clause: constant(query(clause.clause), clause.score),
}
