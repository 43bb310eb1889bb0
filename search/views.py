"""The public search page and its suggestions."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from languages import registry
from pages import formats
from pages.typesetting import set_plain

from . import find, fruitless, results
from . import registry as room
from .engines.base import Completion, SearchQuery, SearchResult
from .forms import SORTS, Asked
from .rows import rows

RESULTS_PER_PAGE = 10
SUGGESTIONS = 8
LONGEST_TYPED = 100


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Answer a question with results, facets and, where nothing was found, a way on."""
    asked = Asked.read(request.GET)
    result = SearchResult() if asked.is_empty else find.search(_query(asked))
    if not result.hits and 0 < result.pages < asked.page:
        # A page too far is the last, as in every list of the site.
        asked = asked.with_page(result.pages)
        result = find.search(_query(asked))
    if not asked.is_empty and not result.hits and not asked.filters and result.engine != find.PLAIN:
        fruitless.count(asked.text)
    return TemplateResponse(request, "search/search_page.html", context(request, asked, result))


def _query(asked: Asked) -> SearchQuery:
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
    found = rows(result.hits)
    return {
        "asked": asked,
        "result": result,
        "rows": [row for row in found if not row.is_only_elsewhere],
        "rows_in_other_language": [row for row in found if row.is_only_elsewhere],
        "facet_groups": results.groups(result, asked),
        "chosen": results.chosen(asked),
        "clear_url": asked.without_filters().as_query(),
        "without_filters": _without_filters(asked) if asked.filters and not found else 0,
        "pagination": results.page_links(result, asked),
        "sorts": [
            {"name": name, "url": asked.with_sort(name).as_query(), "is_current": asked.sort == name} for name in SORTS
        ],
        "exact_url": asked.with_text(result.corrected_from, exact=True).as_query() if result.corrected_from else "",
        "suggestion_url": asked.with_text(result.suggestion).as_query() if result.suggestion else "",
        "today": timezone.localdate(timezone=timezone.get_default_timezone()),
        "is_plain": result.engine == find.PLAIN,
        "offers": {} if found or asked.is_empty else {name: offer(request) for name, offer in room.offers.items()},
    }


def _without_filters(asked: Asked) -> int:
    """How many results the same words have when nothing is chosen."""
    freed = asked.without_filters()
    return 0 if freed.is_empty else find.search(replace(_query(freed), size=1, facets=())).total


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer what is being typed with titles, people and programmes; an enhancement of the plain form."""
    text = request.GET.get("q", "")[:LONGEST_TYPED]
    found = find.complete(text, SUGGESTIONS) if text.strip() else ()
    response = JsonResponse({"suggestions": [_suggestion(one) for one in found]})
    response.headers["Cache-Control"] = "public, max-age=60"
    return response


def _suggestion(one: Completion) -> dict[str, Any]:
    """A person by name and role; `language` only where it is not the reader's, who is told in words as well."""
    named = " — ".join(dict.fromkeys((*one.names, one.title))) if one.is_card else one.title
    kind = str(room.kinds.get(one.kind, ""))
    title = set_plain(named, one.language or registry.current())
    shown = {"title": title, "url": one.url, "kind": kind, "is_card": one.is_card}
    if one.language in ("", registry.current()):
        return shown
    spoken = _("in %(language)s") % {"language": formats.language_name(one.language)}
    return shown | {"language": one.language, "kind": ", ".join(filter(None, (kind, spoken)))}
