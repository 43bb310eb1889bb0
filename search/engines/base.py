"""What an engine takes, what it answers and what it promises: plain frozen data and one protocol."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

WINDOW = 10_000  # results that can be paged through; the same in both engines (Elasticsearch's max_result_window)
LANGUAGE = "language"  # the facet every installation has; it chooses which versions of a page are searched
YEAR = "year"  # filled from the date of the document when the installation counts by year

Sort = Literal["relevance", "date"]


class SearchUnavailable(Exception):
    """The engine cannot answer now (no index, damaged, full disk, server away); the message says why."""


@dataclass(frozen=True)
class IndexDocument:
    """One version (one language) of one page or card, public only: what readers may see, nothing else.

    `page` names the thing in all languages ("page:12", "card:7"); documents with the same `page` are versions of it
    and are counted once. Facets, card and date belong to the thing: the last version written decides.
    """

    page: str
    language: str
    title: str
    url: str
    kind: str = ""
    lead: str = ""
    body: str = ""
    attachments: str = ""
    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: dt.date | None = None
    is_card: bool = False
    weight: float = 1.0
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The document's own name: the page's and the language's."""
        return f"{self.page}/{self.language}"

    def as_record(self) -> dict[str, Any]:
        """Plain JSON types only: what an engine stores beside its index."""
        record = dict(vars(self))
        record["facets"] = {name: list(values) for name, values in self.facets.items()}
        record["date"] = self.date.isoformat() if self.date else None
        return record

    @property
    def digest(self) -> str:
        """Changes when anything in the document changes: lets a check find stale documents."""
        text = json.dumps(self.as_record(), sort_keys=True, default=str)
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True)
class Promotion:
    """Editors' choice: these pages come first when one of these queries is asked."""

    queries: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """Editors' tables as plain data. A synonym group holds equal expressions of one or more words in any language."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    promotions: tuple[Promotion, ...] = ()


@dataclass(frozen=True)
class SearchQuery:
    """A reader's question. `filters` maps a facet's name to the chosen values (any of them); facets are intersected."""

    text: str
    language: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    size: int = 10
    sort: Sort = "relevance"
    facets: tuple[str, ...] | None = None  # None: count every facet the engine knows; (): count none
    vocabulary: Vocabulary = Vocabulary()
    correct: bool = True  # False: the reader asked for exactly these words
    lift_cards: bool = True  # contact cards first when the words are their name, number or topic
    cards_only: bool = False  # the press-contact directory
    today: dt.date | None = None  # for recency; None: the clock


@dataclass(frozen=True)
class SearchHit:
    """One result. `title_html` and `extract_html` are escaped text with our own `<mark>`: safe to show as they are.

    `language` is the version shown: the reader's where the page has one, though the words may stand in another alone,
    which `found_in` then names.
    """

    key: str
    page: str
    language: str
    kind: str
    title: str
    url: str
    title_html: str
    extract_html: str
    date: dt.date | None = None
    score: float = 0.0
    is_other_language: bool = False  # found only in a version that is not the reader's
    found_in: str = ""  # the language of the version that has the words
    versions: tuple[str, ...] = ()  # the languages in which the page is public
    is_card: bool = False
    is_promoted: bool = False
    is_lifted: bool = False  # stands first because it is promoted, or the card the words name
    is_in_attachment: bool = False  # the extract comes from an attached document
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FacetValue:
    """How many pages one would see with this value chosen (and the other facets as they are)."""

    value: str
    count: int
    is_selected: bool = False


@dataclass(frozen=True)
class SearchResult:
    """The answer. `corrected_from` is not empty when the words were corrected and these are results for `corrected_to`;
    `suggestion` is another wording that would find more, proposed and not applied."""

    hits: tuple[SearchHit, ...] = ()
    total: int = 0
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    page: int = 1
    pages: int = 0
    size: int = 10
    suggestion: str = ""
    corrected_from: str = ""
    corrected_to: str = ""
    is_partial: bool = False  # nothing has all the words; these have some of them
    degraded: bool = False  # answered by the engine kept for emergencies
    engine: str = ""


@dataclass(frozen=True)
class Completion:
    """One suggestion while typing, in the reader's language where the page has that version."""

    title: str
    title_html: str
    url: str
    kind: str
    page: str
    is_card: bool = False
    language: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Health:
    """For the health page. `lag` is not here: the outbox knows its newest row, the engine only its cursor."""

    engine: str
    is_ready: bool
    documents: int = 0
    generation: str = ""
    cursor: int | None = None
    detail: str = ""  # why it is not ready, or what happened last
    last_error: str = ""
    bytes: int = 0


@dataclass(frozen=True)
class EngineSettings:
    """What an engine must know of the installation. `languages` maps a code to the English name of the language in
    lower case ("french"), which chooses its analysis; `facets` are the names counted besides the language; `region` is
    where telephone numbers without a country code belong (ISO 3166)."""

    languages: Mapping[str, str]
    facets: tuple[str, ...] = ("kind", "programme", "axis", "region", YEAR)
    region: str = "MA"


class SearchEngine(Protocol):
    """One engine. Every method may raise SearchUnavailable and nothing else."""

    name: str

    @property
    def members(self) -> tuple[SearchEngine, ...]:
        """The engines to keep up to date, each with its own cursor: itself, or both behind a fallback."""

    def search(self, query: SearchQuery) -> SearchResult:
        """Results, facets and correction for one question."""

    def autocomplete(self, text: str, language: str, limit: int = 8) -> tuple[Completion, ...]:
        """Titles, people and programmes whose words begin like this."""

    def more_like(self, page: str, language: str, limit: int = 4) -> tuple[SearchHit, ...]:
        """Other pages of the same language about the same things, best first."""

    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None = None) -> None:
        """Write documents, remove keys and remember how far the outbox was read, all or nothing; safe to repeat."""

    def cursor(self) -> int | None:
        """How far the outbox was applied; None: no usable index, build one."""

    def keys(self) -> Iterator[tuple[str, str]]:
        """Key and digest of every document in the index, in no order."""

    def rebuild(
        self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None = None
    ) -> int:
        """Build a new generation beside the old one and swap; the number of documents.

        `cursor` is the outbox position read before the first document, `progress` is called with the documents done.
        Versions of one page should come one after the other."""

    def health(self) -> Health:
        """State for operators; never raises."""

    def close(self) -> None:
        """Let go of files and connections."""
