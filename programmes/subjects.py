"""What programmes and axes have in common: news and contacts about them, and how search counts them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext

from pages.blocks.loading import Found

NEWS_SHOWN = 10


class SubjectOfNews:
    """A page that news and contact cards name; search counts them by it."""

    facet: ClassVar[str] = ""

    def search_facets(self) -> dict[str, tuple[str, ...]]:
        """A page about a subject is found under it."""
        return {self.facet: (self.slug,)}  # type: ignore[attr-defined]


def news_of(page: Any) -> list[Any]:
    """Return the newest public news about a programme or axis: the reverse accessor that rooms above give us."""
    # The accessors are of two kinds, and their SQL is kept by name: the kind belongs to it.
    return page.news.newest(NEWS_SHOWN, f"news of {page._meta.model_name} {page.pk}") if page.pk else []


def contacts_part(page: Any) -> tuple[QuerySet, dict[str, Any]]:
    """Return the part (pages.together) with the keys of the cards whose role covers a programme or axis and is held."""
    return page.contacts.present(), {"order": "path", "contact": "pk"}


def cards(found: Found, keys: Iterable[int]) -> list[Any]:
    """Return the cards that were fetched with what the page names."""
    return [contact.card for contact in found.all("contact", keys)]


def programme_values(page: Any) -> dict[str, Any]:
    """Return a programme as a line under its axis: acronym, title, url and, once it is over, a tag."""
    return {
        "acronym": page.acronym,
        "title": page.heading,
        "url": page.url,
        "tag": gettext("closed") if page.is_closed else "",
    }
