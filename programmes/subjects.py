"""What programmes and axes have in common: news and contacts about them, and how lists show them."""

from typing import Any, ClassVar

from django.db.models import Prefetch
from django.utils.translation import gettext

NEWS_SHOWN = 10


class SubjectOfNews:
    """A page that news and contact cards name; search counts them by it."""

    facet: ClassVar[str] = ""

    def search_facets(self) -> dict[str, tuple[str, ...]]:
        """A page about a subject is found under it."""
        return {self.facet: (self.slug,)}  # type: ignore[attr-defined]


def news_of(page: Any) -> list[Any]:
    """Return the newest public news about a programme or axis: the reverse accessor that rooms above give us."""
    return list(page.news.published().newest_first().for_rows()[:NEWS_SHOWN])


def contacts_of(page: Any) -> list[Any]:
    """Return the contact cards whose role covers a programme or axis and is held today."""
    return [contact.card for contact in page.contacts.present().for_cards()]


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
