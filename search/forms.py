"""A reader's address becomes a question here; behind it nothing sees request.GET."""

from dataclasses import dataclass, field, replace
from typing import Any, Self
from urllib.parse import urlencode

from django.http import QueryDict

from languages import registry

from . import registry as room
from .running import FACETS

LANGUAGE = "language"
LONGEST_TEXT = 2000
MOST_VALUES = 20
LONGEST_VALUE = 100
MOST_PAGES = 1000
SORTS = ("relevance", "date")


def names() -> tuple[str, ...]:
    """Return the names of all facets that an address may choose."""
    return tuple(dict.fromkeys((*FACETS, *room.facets, LANGUAGE)))


@dataclass(frozen=True)
class Asked:
    """What a reader asked: text, chosen facet values, page (from 1), sort, and whether to correct typing errors."""

    text: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    sort: str = "relevance"
    exact: bool = False

    @classmethod
    def read(cls, data: QueryDict) -> Self:
        """Read an address; nonsense falls back to the default, nothing raises."""
        filters = {}
        for name in names():
            values = tuple(dict.fromkeys(value for value in data.getlist(name) if 0 < len(value) <= LONGEST_VALUE))
            if values:
                filters[name] = values[:MOST_VALUES]
        number = data.get("page", "")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1  # noqa: PLR2004
        sort = data.get("sort", SORTS[0])
        return cls(
            text=data.get("q", "")[:LONGEST_TEXT],
            filters=filters,
            page=min(max(page, 1), MOST_PAGES),
            sort=sort if sort in SORTS else SORTS[0],
            exact=data.get("exact") == "1",
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked at all: no choice, and no letter or digit."""
        return not any(map(str.isalnum, self.text)) and not self.filters

    def with_page(self, number: int) -> Self:
        """Return the same question on another page of results."""
        return replace(self, page=number)

    def with_sort(self, sort: str) -> Self:
        """Return the same question in another order, from its first page."""
        return replace(self, sort=sort, page=1)

    def with_text(self, text: str, exact: bool = False) -> Self:
        """Return another wording of the question, from its first page."""
        return replace(self, text=text, exact=exact, page=1)

    def toggled(self, name: str, value: str) -> Self:
        """Return the question with a facet value chosen, or given up when it was."""
        chosen = self.filters.get(name, ())
        values = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)
        filters = {**self.filters, name: values}
        return replace(self, filters={key: kept for key, kept in filters.items() if kept}, page=1)

    def without_filters(self) -> Self:
        """Return the question with nothing chosen, from its first page."""
        return replace(self, filters={}, page=1)

    def as_query(self) -> str:
        """Return the address's query string, the shortest that says the same."""
        pairs: list[tuple[str, Any]] = [("q", self.text)] if self.text else []
        pairs += [(name, value) for name, values in self.filters.items() for value in values]
        pairs += [("sort", self.sort)] if self.sort != SORTS[0] else []
        pairs += [("exact", 1)] if self.exact else []
        pairs += [("page", self.page)] if self.page > 1 else []
        return "?" + urlencode(pairs, errors="replace")


def language_names(values: Any) -> dict[str, str]:
    """Return the own names of languages, for the facet of languages."""
    known = {language.code: language.name for language in registry.all_languages()}
    return {value: known[value] for value in values if value in known}
