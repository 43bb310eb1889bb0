"""Invented articles and queries with right answers: what relevance is measured with."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from search.engines.base import IndexDocument, Vocabulary
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
