"""The front page and plain pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from contacts.models import ContactIndexPage
from languages import registry
from languages.editing.handlers import LocalizedInlinePanel, content_edit_handler
from news.models import NewsIndexPage, NewsPage
from news.rows import with_keys
from pages.changes import remembered
from pages.key_figures import KeyFigure
from pages.models import ContentPage
from pages.together import columns, fetch_together, made, public_address
from programmes.listing import axes_made, axes_parts
from programmes.models import ProgrammeIndexPage

from .accessibility.statement import statement

LATEST = 5
SECTIONS = {"news": NewsIndexPage, "programmes": ProgrammeIndexPage, "contacts": ContactIndexPage}
FIGURE = ("id", "number", "unit", "label", "source", "as_of")


class HomePage(ContentPage):
    """The front page: what is new, what the mission does, whom to call."""

    lead_news = models.ForeignKey(
        NewsPage,
        verbose_name=_("lead release"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands first on the front page. Empty: the newest release."),
    )

    subpage_types = (
        "news.NewsIndexPage",
        "programmes.ProgrammeIndexPage",
        "programmes.AxisIndexPage",
        "contacts.ContactIndexPage",
        "home.StandardPage",
    )
    search_kind = None
    lead_picture: int | None = None
    required_to_publish = ("title",)
    edit_handler = content_edit_handler(
        localized=["title", "lead", "body"],
        shared=[
            PageChooserPanel("lead_news"),
            LocalizedInlinePanel(
                "figures",
                localized=["label", "unit", "source"],
                shared=["number", "as_of"],
                heading=_("Key figures"),
                label=_("Key figure"),
            ),
            "listing_picture",
        ],
    )

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the lead release, the latest news, axes with their programmes, key figures and section addresses."""
        lead, latest = self.news()
        self.lead_picture = lead.listing_picture_id if lead else None
        context = super().get_context(request, *args, **kwargs)
        is_draft = bool(getattr(self, "_cluster_related_objects", None))
        figures = (HomeFigure.objects.filter(page=self), {"order": "sort_order"} | columns(HomeFigure, *FIGURE))
        rows = remembered(
            f"front page {self.pk} in {registry.current()}",
            lambda: fetch_together(figures=figures, **axes_parts(), **self.section_parts()),
        )
        return context | {
            "lead_news": lead,
            "lead_picture": context["found"].get("picture", self.lead_picture),
            "latest_news": latest,
            "axes": axes_made(rows),
            "figures": [
                figure.as_values() for figure in (self.figures.all() if is_draft else made(HomeFigure, rows["figures"]))
            ],
            "sections": {name: next(iter(made(model, rows[name])), None) for name, model in SECTIONS.items()},
        }

    def also_shown(self) -> dict[str, Any]:
        """Fetch the picture of the lead release with the page's own."""
        pictures = [*super().also_shown().get("picture", ()), self.lead_picture]
        return {"picture": [key for key in pictures if key]}

    def news(self) -> tuple[NewsPage | None, list[NewsPage]]:
        """Return the news that stands first (the chosen one while readers may see it) and the latest others."""
        keys = NewsPage.objects.newest_keys(LATEST + 1, "news")
        chosen = [self.lead_news_id] if self.lead_news_id else []
        first, *latest = with_keys(dict.fromkeys([*chosen, *keys]))[: LATEST + 1] or [None]
        return first, latest

    @staticmethod
    def section_parts() -> dict[str, Any]:
        """Return the parts (pages.together) with the index pages that the front page leads to."""
        return {
            name: (model.objects.published(), columns(model, "basepage_ptr", *public_address()))
            for name, model in SECTIONS.items()
        }


class HomeFigure(Orderable, KeyFigure):
    """A key figure on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="figures")

    class Meta(Orderable.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")


class StandardPage(ContentPage):
    """A plain page: about, legal notice, accessibility."""

    class Part(models.TextChoices):
        """What the site itself writes below the text of a plain page."""

        NONE = "", _("nothing")
        ACCESSIBILITY = "accessibility", _("the accessibility statement")

        def made(self) -> dict[str, Any]:
            """Return what the page's template takes for this part, in the active language."""
            return {"statement": statement(registry.current())} if self is self.ACCESSIBILITY else {}

    part = models.CharField(
        _("below the text"),
        max_length=20,
        choices=Part.choices,
        default=Part.NONE,
        blank=True,
        help_text=_("What the site itself adds and keeps up to date: conformance, known limits, each criterion."),
    )

    search_kind = "page"
    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types = ("home.StandardPage",)
    required_to_publish = ("title",)
    edit_handler = content_edit_handler(localized=["title", "lead", "body"], shared=["listing_picture", "part"])

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the site writes below the text."""
        return super().get_context(request, *args, **kwargs) | self.Part(self.part).made()
