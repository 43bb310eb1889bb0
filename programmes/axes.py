"""The intervention axes and their list."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from languages.editing.handlers import content_edit_handler
from pages.models import ContentPage
from pages.together import fetch_together

from .subjects import SubjectOfNews, cards, contacts_part, news_of, programme_values


class AxisIndexPage(ContentPage):
    """The list of intervention axes."""

    search_kind = None
    max_count = 1
    subpage_types = ("programmes.AxisPage",)

    class Meta:
        verbose_name = _("list of axes")
        verbose_name_plural = _("lists of axes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `axes`: each with number, title, url, text and its programmes; one query for all of them."""
        from .listing import axes_made, axes_parts

        context = super().get_context(request, *args, **kwargs)
        return context | {"axes": [axis.as_values() for axis in axes_made(fetch_together(**axes_parts()))]}


class AxisPage(SubjectOfNews, ContentPage):
    """One intervention axis with its programmes."""

    number = models.PositiveSmallIntegerField(
        _("number"), default=1, help_text=_("Its place in the mission's plan: axes are listed in this order.")
    )

    search_kind = "axis"
    facet = "axis"
    parent_page_types = ("programmes.AxisIndexPage",)
    subpage_types = ()
    required_to_publish = ("title", "lead")
    edit_handler = content_edit_handler(localized=["title", "lead", "body"], shared=["number", "listing_picture"])

    class Meta:
        verbose_name = _("intervention axis")
        verbose_name_plural = _("intervention axes")

    def as_values(self) -> dict[str, Any]:
        """Return what components/axes.html takes; for axes made by listing.axes_made."""
        return {
            "number": self.number,
            "title": self.title,
            "url": self.url,
            "text": self.lead,
            "programmes": [programme_values(page) for page in self.shown_programmes],
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `programmes` (values of components/programme_rows.html), `news` (newest first) and `contacts`."""
        from .listing import programmes_made, programmes_part

        programmes = programmes_part(self.programmes.published())
        self.below = fetch_together(programmes=programmes, contacts=contacts_part(self)) if self.pk else {}
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "programmes": [page.as_values() for page in programmes_made(self.below.get("programmes", ()))],
            "news": news_of(self),
            "contacts": cards(context["found"], self._contacts),
        }

    @property
    def _contacts(self) -> list[int]:
        return [row["contact"] for row in self.below.get("contacts", ())]

    def also_shown(self) -> dict[str, Any]:
        """Fetch the cards with what the body names."""
        return super().also_shown() | {"contact": self._contacts}
