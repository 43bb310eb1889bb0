"""The front page and plain pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from contacts.models import ContactIndexPage
from languages.editing.handlers import LocalizedInlinePanel, content_edit_handler
from news.models import NewsIndexPage, NewsPage
from pages.key_figures import KeyFigure
from pages.models import ContentPage
from programmes.models import AxisPage, ProgrammeIndexPage, ProgrammePage

LATEST = 5


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
        context = super().get_context(request, *args, **kwargs)
        news = list(NewsPage.objects.published().newest_first().for_rows()[: LATEST + 1])
        lead = self.chosen_lead() or next(iter(news), None)
        return context | {
            "lead_news": lead,
            "latest_news": [page for page in news if lead is None or page.pk != lead.pk][:LATEST],
            "axes": self.axes_with_programmes(),
            "figures": [figure.as_values() for figure in self.figures.all()],
            "sections": self.sections(),
        }

    def chosen_lead(self) -> NewsPage | None:
        """Return the news page chosen to stand first, while readers of this language may see it."""
        if self.lead_news_id is None:
            return None
        return NewsPage.objects.published().filter(pk=self.lead_news_id).first()

    @staticmethod
    def axes_with_programmes() -> list[AxisPage]:
        """Return the axes in their order, each with `open_programmes`, in two queries."""
        programmes = ProgrammePage.objects.published().defer_streamfields().order_by("path")
        prefetch = models.Prefetch("programmes", queryset=programmes, to_attr="shown_programmes")
        axes = AxisPage.objects.published().defer_streamfields().order_by("number", "path")
        return list(axes.prefetch_related(prefetch))

    @staticmethod
    def sections() -> dict[str, Any]:
        """Return the index pages that the front page leads to, in one query."""
        types = {"news": NewsIndexPage, "programmes": ProgrammeIndexPage, "contacts": ContactIndexPage}
        found = HomePage.base_page_model.objects.published().type(*types.values())
        by_model = {page.specific_class: page for page in found}
        return {name: by_model.get(model) for name, model in types.items()}


class HomeFigure(Orderable, KeyFigure):
    """A key figure on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="figures")


class StandardPage(ContentPage):
    """A plain page: about, legal notice, accessibility."""

    search_kind = "page"
    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types = ("home.StandardPage",)
    required_to_publish = ("title",)
    edit_handler = content_edit_handler(localized=["title", "lead", "body"], shared=["listing_picture"])

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")
