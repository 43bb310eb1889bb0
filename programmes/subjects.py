"""What programmes and axes have in common: news and contacts about them, and how lists show them."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext

from pages.blocks.loading import Found
from pages.blocks.standard import public_address
from pages.together import columns, made

NEWS_SHOWN = 10
LISTED = (
    *("basepage_ptr", "acronym", "full_name", "lead"),
    *("status", "start", "start_precision", "end", "end_precision"),
)


class SubjectOfNews:
    """A page that news and contact cards name; search counts them by it."""

    facet: ClassVar[str] = ""

    def search_facets(self) -> dict[str, tuple[str, ...]]:
        """A page about a subject is found under it."""
        return {self.facet: (self.slug,)}  # type: ignore[attr-defined]


def news_of(page: Any) -> list[Any]:
    """Return the newest public news about a programme or axis: the reverse accessor that rooms above give us."""
    return list(page.news.published().newest_first().for_rows()[:NEWS_SHOWN]) if page.pk else []


def contacts_part(page: Any) -> tuple[QuerySet, dict[str, Any]]:
    """Return the part (pages.together) with the keys of the cards whose role covers a programme or axis and is held."""
    return page.contacts.present(), {"order": "path", "contact": "pk"}


def cards(found: Found, keys: Iterable[int]) -> list[Any]:
    """Return the cards that were fetched with what the page names."""
    return [contact.card for contact in found.all("contact", keys)]


def shown_programmes() -> Prefetch:
    """Return the prefetch of the programmes of axes that readers may see, in `shown_programmes`."""
    from .programme import ProgrammePage

    programmes = ProgrammePage.objects.published().defer_streamfields().order_by("path")
    return Prefetch("programmes", queryset=programmes, to_attr="shown_programmes")


def programme_values(page: Any) -> dict[str, Any]:
    """Return a programme as a line under its axis: acronym, title, url and, once it is over, a tag."""
    return {
        "acronym": page.acronym,
        "title": page.heading,
        "url": page.url,
        "tag": gettext("closed") if page.is_closed else "",
    }


def programmes_part(axis: Any) -> tuple[QuerySet, dict[str, Any]]:
    """Return the part (pages.together) with the public programmes of an axis, as lists show them."""
    from .programme import ProgrammePage

    return axis.programmes.published(), {"order": "path"} | columns(ProgrammePage, *LISTED, *public_address())


def programmes_made(rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Return the programmes of such rows."""
    from .programme import ProgrammePage

    return made(ProgrammePage, rows)
