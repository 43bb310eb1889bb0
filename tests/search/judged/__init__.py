"""Invented articles and queries with right answers: what relevance is measured with."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.engines.base import IndexDocument, SearchEngine, SearchQuery, Vocabulary
from search.text.seeds import SYNONYMS

_HERE = Path(__file__).parent
VOCABULARY = Vocabulary(synonyms=SYNONYMS)


@dataclass(frozen=True)
class Judged:
    """One query and the pages that answer it."""

    kind: str
    language: str
    text: str
    right: frozenset[str]


def articles() -> Iterator[IndexDocument]:
    """The invented articles, versions of a page one after the other."""
    for line in (_HERE / "articles.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, date, title, lead, body = (part.strip() for part in line.split(" | "))
            page, language = name.split(" @ ")
            day = dt.date.fromisoformat(date)
            yield IndexDocument(page, language, title, f"/{language}/{page}/", "news", lead, body, date=day)


def queries() -> list[Judged]:
    """The queries in the order of the file."""
    lines = (_HERE / "queries.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Judged(kind, language, text, frozenset(right.split())) for kind, language, text, right in rows]


@dataclass(frozen=True)
class Score:
    """Mean reciprocal rank and recall in the first ten, with the queries that were not answered first."""

    mrr: float
    recall: float
    missed: tuple[str, ...]


def judge(engine: SearchEngine) -> dict[str, Score]:
    """Scores by class, and for all together under "all"."""
    answers: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for asked in queries():
        result = engine.search(SearchQuery(asked.text, asked.language, vocabulary=VOCABULARY, facets=()))
        pages = [hit.page for hit in result.hits]
        first = next((place for place, page in enumerate(pages, 1) if page in asked.right), 0)
        found = len(asked.right & set(pages)) / len(asked.right)
        note = "" if first == 1 else f"{asked.text!r} wants {set(asked.right)}: {pages[:3]} {result.corrected_to!r}"
        for kind in (asked.kind, "all"):
            answers[kind].append((1 / first if first else 0.0, found, note))
    return {kind: _score(rows) for kind, rows in answers.items()}


def _score(rows: list[tuple[float, float, str]]) -> Score:
    return Score(
        sum(row[0] for row in rows) / len(rows),
        sum(row[1] for row in rows) / len(rows),
        tuple(row[2] for row in rows if row[2]),
    )
