"""Asks the engine; when it cannot answer, the database does, plainly. Never an error for the reader."""

import logging
import threading
from typing import Any

from django.db.models import Q
from django.utils.html import escape
from wagtail.models import get_page_models

from languages import registry

from . import counters
from .documents import page_key
from .drain import drain
from .editors_tables import vocabulary
from .engines.base import LANGUAGE, YEAR, Completion, SearchHit, SearchQuery, SearchResult, SearchUnavailable
from .plan_text import plain_words
from .running import engine

logger = logging.getLogger(__name__)
PLAIN = "database"
MOST_PLAIN = 50


def search(query: SearchQuery) -> SearchResult:
    """Return results for a question; from the database, newest first, when no engine answers."""
    counters.count(counters.QUESTIONS)
    try:
        result = engine().search(query)
    except SearchUnavailable as error:
        counters.count(counters.DATABASE)
        logger.warning("search: the database answers: %s", error)
        build_in_background()
        return from_database(query)
    if result.degraded:
        counters.count(counters.STAND_IN)
        logger.warning("search: answered by the stand-in engine")
    return result


def question(text: str, **options: Any) -> SearchQuery:
    """Return a question in the active language with the editors' tables; options as SearchQuery's fields."""
    return SearchQuery(text=text, language=registry.current(), vocabulary=vocabulary(), **options)


def cards(text: str, filters: dict[str, tuple[str, ...]] | None = None, page: int = 1, size: int = 20) -> SearchResult:
    """Return the contact cards that answer a name, a number or a topic, best first."""
    return search(question(text, filters=filters or {}, page=page, size=size, cards_only=True))


def complete(text: str, limit: int = 8) -> tuple[Completion, ...]:
    """Return suggestions for what is being typed; none when no engine answers."""
    counters.count(counters.SUGGESTIONS)
    try:
        return engine().autocomplete(text, registry.current(), limit)
    except SearchUnavailable:
        return ()


def more_like(page: Any, limit: int = 4) -> tuple[SearchHit, ...]:
    """Return pages about the same things; none when no engine answers."""
    try:
        return engine().more_like(page_key(page.pk), registry.current(), limit)
    except SearchUnavailable:
        return ()


_building = threading.Lock()


def build_in_background() -> None:
    """Build a missing index without making the reader wait; one attempt at a time."""
    if not _building.acquire(blocking=False):
        return

    def build() -> None:
        from django.db import connection

        try:
            drain()
        except Exception:  # the next question or the worker tries again
            logger.exception("search: the index could not be built")
        finally:
            connection.close()
            _building.release()

    threading.Thread(target=build, name="search-build", daemon=True).start()


def from_database(query: SearchQuery) -> SearchResult:
    """Return pages with all words in title or lead, newest first: what is left when every engine is away."""
    words = plain_words(query.text)
    code = registry.current()
    is_asked = bool(words or query.filters)
    models = searched_models() if is_asked else []
    found = [(page, page.search_entry(code)) for model in models for page in _matches(model, words)]
    kept = [(page, entry) for page, entry in found if entry and _fits(entry, query)]
    kept.sort(key=lambda pair: str(pair[1].date or ""), reverse=True)
    hits = tuple(_plain_hit(page, entry, code) for page, entry in kept[:MOST_PLAIN])
    return SearchResult(hits=hits, total=len(hits), page=1, pages=1, degraded=True, engine=PLAIN)


def _fits(entry: Any, query: SearchQuery) -> bool:
    """Whether a page is among what the reader chose."""
    own = {"kind": (entry.kind,), YEAR: (str(entry.date)[:4],) if entry.date else (), LANGUAGE: (query.language,)}
    values = own | {name: tuple(entry.facets[name]) for name in entry.facets}
    chosen = all(set(wanted) & set(values.get(name, ())) for name, wanted in query.filters.items() if wanted)
    return chosen and (entry.is_card or not query.cards_only)


def searched_models() -> list[Any]:
    """Return the page types that are found in search."""
    return [model for model in get_page_models() if getattr(model, "search_kind", "")]


def _matches(model: Any, words: list[str]) -> list[Any]:
    condition = Q()
    for word in words:
        in_title = Q(**{f"{registry.field('title')}__icontains": word})
        condition &= in_title | Q(**{f"{registry.field('lead')}__icontains": word})
    return list(model.objects.published().filter(condition).order_by("-first_published_at")[:MOST_PLAIN])


def _plain_hit(page: Any, entry: Any, code: str) -> SearchHit:
    return SearchHit(
        key=f"{page_key(page.pk)}/{code}",
        page=page_key(page.pk),
        language=code,
        kind=entry.kind,
        title=entry.title,
        url=page.url or "",
        title_html=escape(entry.title),
        extract_html=escape(entry.lead),
        date=entry.date,
        is_card=entry.is_card,
        found_in=code,
        versions=tuple(page.public_languages),
        facets=entry.facets,
        extra=entry.row,
    )
