"""What the shared part of the engines asks of each: plain requests and what was matched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from search.engines.base import LANGUAGE, WINDOW, SearchQuery, Sort
from search.engines.pages import PageRecord
from search.plan import fields
from search.plan.clauses import AnyTerm, Clause, Every, Fixed, Some, Term
from search.text.spelling import Candidate

MAX_SIZE = 100  # results on one page
PIN = 10_000.0  # a score no text reaches: what editors or a reader's very words put first
PINNED = PIN / 2  # at or above: recency has no say
HALF_LIFE = 365.0  # days after which half of what freshness adds is gone
FRESHNESS = 0.25  # how much more a text of today is worth than an old one


@dataclass(frozen=True)
class Tier:
    """What must match in one language, and what the words of a match are worth; the first tier is the reader's."""

    language: str
    clause: Clause
    worth: tuple[Clause, ...] = ()


@dataclass(frozen=True)
class Request:
    """One question as an engine sees it. A page found in an earlier tier is not found again in a later one.

    `chosen` are the languages whose tiers give results; the others are only counted.
    """

    tiers: tuple[Tier, ...]
    chosen: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: tuple[Clause, ...] = ()
    facets: tuple[str, ...] = ()
    sort: Sort = "relevance"
    offset: int = 0
    size: int = 10
    today: dt.date = dt.date.min

    @property
    def giving(self) -> tuple[Tier, ...]:
        """The tiers that give results."""
        return tuple(tier for tier in self.tiers if tier.language in self.chosen)

    def conditions(self, leaving_out: str = "") -> tuple[Clause, ...]:
        """The filters, worth nothing; a facet's own counts leave its own choice out."""
        chosen = ((name, values) for name, values in self.filters.items() if name != leaving_out and values)
        return (*self.scope, *(AnyTerm(fields.facet(name), tuple(values)) for name, values in chosen))

    def clauses(self) -> list[tuple[Tier, Every]]:
        """Each giving tier with the whole of what must match, pages of earlier tiers excluded."""
        tiers = self.giving
        return [
            (
                tier,
                Every((tier.clause, *self.conditions()), tuple(before.clause for before in tiers[:place]), tier.worth),
            )
            for place, tier in enumerate(tiers)
        ]

    def union(self, leaving_out: str = "") -> Clause:
        """Everything found, whichever the language."""
        return Every((Some(tuple(tier.clause for tier in self.giving)), *self.conditions(leaving_out)))


@dataclass
class Found:
    """One page that matched, in the language it was found in."""

    record: PageRecord
    language: str
    score: float = 0.0

    @property
    def page(self) -> str:
        """The page's name."""
        return self.record.page


@dataclass
class Matched:
    """`facets` maps a name to counts by value, `languages` among them."""

    total: int = 0
    found: list[Found] = field(default_factory=list)
    facets: dict[str, dict[str, int]] = field(default_factory=dict)


class Matcher(Protocol):
    """What each engine does in its own way."""

    def match(self, request: Request) -> Matched:
        """Results of one page and counts."""

    def counts(self, clauses: list[Clause]) -> list[int]:
        """How many pages match each."""

    def known(self, words: tuple[str, ...], as_they_are: bool = False) -> frozenset[str]:
        """Those of these folded words that some page holds, in any language, and in any form unless `as_they_are`."""

    def near(self, words: tuple[str, ...], language: str, errors: int) -> dict[str, list[Candidate]]:
        """For each word, words of the index that may have been meant, at most so many typing errors away."""

    def beginning(self, clause: Clause, limit: int, language: str) -> list[Found]:
        """Pages for suggestions while typing."""

    def page_record(self, page: str) -> PageRecord | None:
        """One page."""

    def like(self, record: PageRecord, language: str, limit: int) -> list[Found]:
        """Pages about the same things."""


def pinned(tier: Tier, pages: tuple[str, ...]) -> Tier:
    """These pages first, in this order, whether they match or not; then what matches."""
    own = Every((AnyTerm(fields.PAGE, pages), Term(fields.LANGUAGE, tier.language)))
    scores = (PIN * (2.0 - place / (len(pages) + 1)) for place in range(len(pages)))
    first = tuple(Fixed(Term(fields.PAGE, page), score) for page, score in zip(pages, scores, strict=True))
    return Tier(tier.language, Some((tier.clause, Fixed(own, 0.0))), (*tier.worth, *first))


def clamped(query: SearchQuery) -> tuple[int, int, int]:
    """Page, size and offset inside the window, whatever was asked."""
    size = max(1, min(MAX_SIZE, query.size if isinstance(query.size, int) else 10))
    last = WINDOW // size
    page = max(1, min(last, query.page if isinstance(query.page, int) else 1))
    return page, size, (page - 1) * size


def chosen_languages(query: SearchQuery, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The reader's first, then the others; only the selected when there is a selection."""
    ordered = (query.language, *(code for code in languages if code != query.language))
    selected = query.filters.get(LANGUAGE, ())
    return tuple(code for code in ordered if code in languages and (not selected or code in selected))


def freshness(minutes: int, today: dt.date) -> float:
    """What recency multiplies a score with: 1 for no or an old date, up to 1 + FRESHNESS for today."""
    if minutes <= 0:
        return 1.0
    days = max(0.0, today.toordinal() - minutes / 1440)
    return 1.0 + FRESHNESS * 0.5 ** (days / HALF_LIFE)
