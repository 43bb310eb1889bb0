"""A result as the template shows it: facets with labels and addresses, pages, other wordings."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import registry as room
from .engines.base import FacetValue, SearchResult
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


def kind_labels(values: Any) -> dict[str, Any]:
    """Return the names of kinds."""
    return {value: room.kinds.get(value, value) for value in values}


def year_labels(values: Any) -> dict[str, str]:
    """Years are called by their number."""
    return {value: value for value in values}


BUILT_IN = {
    "kind": room.Facet("kind", _("Kind"), kind_labels),
    "year": room.Facet("year", _("Year"), year_labels),
    LANGUAGE: room.Facet(LANGUAGE, _("Language"), language_names),
}


def groups(result: SearchResult, asked: Asked) -> list[FacetGroup]:
    """Return the facets that have something to choose, in a fixed order."""
    shown = []
    for name in dict.fromkeys(("kind", *room.facets, "year", LANGUAGE)):
        facet = room.facets.get(name) or BUILT_IN.get(name)
        values = result.facets.get(name, ())
        if facet is None or not values:
            continue
        choices = _choices(facet, values, asked)
        if choices and (len(choices) > 1 or any(choice.is_selected for choice in choices)):
            shown.append(FacetGroup(name, facet.label, choices))
    return shown


def _choices(facet: room.Facet, values: tuple[FacetValue, ...], asked: Asked) -> list[Choice]:
    labels = facet.labels([value.value for value in values])
    return [
        Choice(
            value.value,
            labels[value.value],
            value.count,
            value.is_selected,
            asked.toggled(facet.name, value.value).as_query(),
        )
        for value in values
        if value.value in labels and (value.count or value.is_selected)
    ]


def page_links(result: SearchResult, asked: Asked) -> list[dict[str, Any]]:
    """Return the pages to link: first, last and the neighbours of the present one; None marks a gap."""
    last = result.pages
    if last < 2:  # noqa: PLR2004 one page needs no links
        return []
    near = range(max(1, result.page - NEIGHBOURS), min(last, result.page + NEIGHBOURS) + 1)
    links: list[dict[str, Any]] = []
    previous = 0
    for number in sorted({1, last, *near}):
        if previous and number > previous + 1:
            links.append({"number": None, "url": "", "is_current": False})
        links.append({"number": number, "url": asked.with_page(number).as_query(), "is_current": number == result.page})
        previous = number
    return links
