"""A result as the template shows it: facets with labels and addresses, what was chosen, pages, other wordings."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import registry as room
from .engines.base import YEAR, FacetValue, SearchResult
from .forms import LANGUAGE, Asked, language_names

NEIGHBOURS = 2


@dataclass(frozen=True)
class Choice:
    """One value of a facet: how many pages it would show, and the address that chooses it or gives it up."""

    value: str
    label: Any
    count: int
    is_selected: bool
    url: str


@dataclass(frozen=True)
class FacetGroup:
    """A facet with its choices."""

    name: str
    label: Any
    choices: list[Choice]


@dataclass(frozen=True)
class Chosen:
    """A filter in use: what it is called, and the address without it."""

    facet: Any
    label: Any
    url: str


def kind_labels(values: Any) -> dict[str, Any]:
    """Return the names of kinds."""
    return {value: room.kinds.get(value, value) for value in values}


def year_labels(values: Any) -> dict[str, str]:
    """Years are called by their number."""
    return {value: value for value in values}


BUILT_IN = {
    "kind": room.Facet("kind", _("Kind"), kind_labels),
    YEAR: room.Facet(YEAR, _("Year"), year_labels),
    LANGUAGE: room.Facet(LANGUAGE, _("Language"), language_names),
}


def facet_named(name: str) -> room.Facet | None:
    """Return a facet of search itself or of a room; None when nobody registered it."""
    return room.facets.get(name) or BUILT_IN.get(name)


def names_of(name: str, values: Iterable[str]) -> dict[str, Any]:
    """Return what values of a facet are called in the active language; unknown ones are left out."""
    facet = facet_named(name)
    return dict(facet.labels(list(values))) if facet else {}


def groups(result: SearchResult, asked: Asked) -> list[FacetGroup]:
    """Return the facets that have something to choose, in a fixed order."""
    shown = []
    for name in dict.fromkeys(("kind", *room.facets, YEAR, LANGUAGE)):
        facet = facet_named(name)
        values = result.facets.get(name, ())
        if facet is None or not values:
            continue
        choices = _choices(facet, values, asked)
        if choices and (len(choices) > 1 or any(choice.is_selected for choice in choices)):
            shown.append(FacetGroup(name, facet.label, choices))
    return shown


def _choices(facet: room.Facet, values: tuple[FacetValue, ...], asked: Asked) -> list[Choice]:
    """Years from the newest; everything else as it comes, the most frequent first."""
    labels = facet.labels([value.value for value in values])
    if facet.name == YEAR:
        values = tuple(sorted(values, key=lambda value: value.value, reverse=True))
    return [
        Choice(
            value.value,
            labels.get(value.value, value.value),
            value.count,
            value.is_selected,
            asked.toggled(facet.name, value.value).as_query(),
        )
        for value in values
        if value.is_selected or (value.value in labels and value.count)
    ]


def chosen(asked: Asked) -> list[Chosen]:
    """Return the filters in use, whatever they leave; a value nobody knows goes by itself, so that it can go."""
    found = []
    for name, values in asked.filters.items():
        facet, names = facet_named(name), names_of(name, values)
        for value in values:
            url = asked.toggled(name, value).as_query()
            found.append(Chosen(facet.label if facet else name, names.get(value, value), url))
    return found


def page_links(result: SearchResult, asked: Asked) -> dict[str, Any]:
    """Return the addresses of the previous and the next page, and `links`: first, last and the neighbours of the
    present one, a link without number where some are left out."""
    last = result.pages
    if last < 2:  # noqa: PLR2004 one page needs no links
        return {}
    near = range(max(1, result.page - NEIGHBOURS), min(last, result.page + NEIGHBOURS) + 1)
    links: list[dict[str, Any]] = []
    before = 0
    for number in sorted({1, last, *near}):
        if before and number > before + 1:
            links.append({"number": None, "url": "", "is_current": False})
        links.append({"number": number, "url": asked.with_page(number).as_query(), "is_current": number == result.page})
        before = number
    return {
        "links": links,
        "previous": asked.with_page(result.page - 1).as_query() if result.page > 1 else "",
        "next": asked.with_page(result.page + 1).as_query() if result.page < last else "",
    }
