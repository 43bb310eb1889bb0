"""The public search page and its suggestions."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from . import find, fruitless, results
from . import registry as room
from .engines.base import SearchHit, SearchResult
from .forms import SORTS, Asked

RESULTS_PER_PAGE = 10
SUGGESTIONS = 8
LONGEST_TYPED = 100


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question with results, facets and, where nothing was found, a way on."""
    asked = Asked.read(request.GET)
    result = SearchResult() if asked.is_empty else find.search(_query(asked))
    if not asked.is_empty and not result.hits and not asked.filters and result.engine != find.PLAIN:
        fruitless.count(asked.text)
    return TemplateResponse(request, "search/search_page.html", context(request, asked, result))


def _query(asked: Asked) -> Any:
    return find.question(
        asked.text,
        filters=asked.filters,
        page=asked.page,
        size=RESULTS_PER_PAGE,
        sort=asked.sort,
        correct=not asked.exact,
    )


def context(request: HttpRequest, asked: Asked, result: SearchResult) -> dict[str, Any]:
    """Return what the search template takes."""
    found = [as_row(hit) for hit in result.hits]
    return {
        "asked": asked,
        "result": result,
        "rows": [row for row in found if not row["hit"].is_other_language],
        "rows_in_other_language": [row for row in found if row["hit"].is_other_language],
        "facet_groups": results.groups(result, asked),
        "pagination": results.page_links(result, asked),
        "sorts": [
            {"name": name, "url": asked.with_sort(name).as_query(), "is_current": asked.sort == name} for name in SORTS
        ],
        "exact_url": asked.with_text(result.corrected_from, exact=True).as_query() if result.corrected_from else "",
        "suggestion_url": asked.with_text(result.suggestion).as_query() if result.suggestion else "",
        "is_plain": result.engine == find.PLAIN,
        "offers": {} if found or asked.is_empty else {name: offer(request) for name, offer in room.offers.items()},
    }


def as_row(hit: SearchHit) -> dict[str, Any]:
    """Return a result with its kind by name; the engine has escaped the texts and added nothing but `<mark>`."""
    return {
        "hit": hit,
        "title": mark_safe(hit.title_html),  # noqa: S308 escaped by the engine
        "extract": mark_safe(hit.extract_html),  # noqa: S308 escaped by the engine
        "kind": room.kinds.get(hit.kind, ""),
    }


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer what is being typed with titles, people and programmes; an enhancement of the plain form."""
    text = request.GET.get("q", "")[:LONGEST_TYPED]
    found = find.complete(text, SUGGESTIONS) if text.strip() else ()
    rows = [
        {"title": one.title, "url": one.url, "kind": str(room.kinds.get(one.kind, "")), "is_card": one.is_card}
        for one in found
    ]
    response = JsonResponse({"suggestions": rows})
    response.headers["Cache-Control"] = "public, max-age=60"
    return response
