"""What happened: releases, stories, events and statements."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from contacts.models import ContactPage
from languages import registry
from pages.models import ContentPage
from programmes.models import AxisPage, Organisation, ProgrammePage, Region

from . import editing
from .attached import Attachment, NewsContact, OldAddress
from .dateline import Dateline
from .filters import NewsFilter
from .querysets import NewsManager
from .rows import Listed, row
from .searching import SearchableNews

__all__ = ["Attachment", "NewsContact", "NewsIndexPage", "NewsPage", "OldAddress"]

ROWS_PER_PAGE = 20


class NewsIndexPage(ContentPage):
    """All news, filtered and by pages."""

    max_count = 1
    search_kind = None
    subpage_types = ("news.NewsPage",)
    edit_handler = editing.index_editor()
    required_to_publish: ClassVar = ("title",)

    class Meta:
        verbose_name = _("news index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the filter form, one page of rows and their number."""
        context = super().get_context(request, *args, **kwargs)
        form = NewsFilter(request.GET, kinds=list(NewsPage.Kind.choices), news=self.news)
        rows = Listed(lambda: form.narrow(self.news()), f"news: {form.name}", is_whole=form.name == "")
        # Nonsense is the first page, a number too far the last; `serve` sends there who asked for either.
        page: Page = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]
        return context | {"filters": form, "rows": page, "total": page.paginator.count}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer; a page number that does not exist, or says nothing, leads to the address of the page shown."""
        response = super().serve(request, *args, **kwargs)
        context = getattr(response, "context_data", None)
        asked = request.GET.get("page")
        if context is None or asked is None:
            return response
        shown = context["rows"].number
        if asked == str(shown) and shown > 1:
            return response
        query = request.GET.copy()
        query.pop("page")
        if shown > 1:
            query["page"] = str(shown)
        return HttpResponseRedirect(f"{request.path}?{query.urlencode()}" if query else request.path)

    @staticmethod
    def news() -> Any:
        """Return the news of the list before anything is chosen."""
        return NewsPage.objects.published().originals()


class NewsPage(SearchableNews, ContentPage):  # type: ignore[misc]  # its kind decides, not its type
    """A release, story, event or statement, with its dateline."""

    is_numerous = True

    class Kind(models.TextChoices):
        """What kind of news it is."""

        RELEASE = "release", _("release")
        STORY = "story", _("story")
        EVENT = "event", _("event or training")
        STATEMENT = "statement", _("statement")

    class Precision(models.TextChoices):
        """How exactly the date of the dateline is known."""

        DAY = "day", _("day")
        RANGE = "range", _("range of days")
        MONTH = "month", _("month")
        YEAR = "year", _("year")
        UNKNOWN = "unknown", _("unknown")

    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=Kind.choices,
        default=Kind.RELEASE,
        db_index=True,
        help_text=_("A release announces, a story tells of a person, an event has a day, a statement has a speaker."),
    )
    place = models.CharField(
        _("place"), max_length=120, blank=True, help_text=_("The town where it happened, as in “Rabat”.")
    )
    date = models.DateField(
        _("date"), null=True, blank=True, db_index=True, help_text=_("The day it happened, not the day you publish.")
    )
    date_end = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only for several days: the last one.")
    )
    date_precision = models.CharField(
        _("precision of the date"),
        max_length=10,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text=_("Say no more than you know: readers see “May 2016”, not an invented day."),
    )
    notes_to_editors = models.TextField(
        _("notes to editors"),
        blank=True,
        help_text=_("Background for journalists. Empty: the notes of the site settings."),
    )
    boilerplate = models.TextField(
        _("boilerplate"),
        blank=True,
        help_text=_("The closing paragraph about the mission. Empty: the one of the site settings."),
    )
    programmes = ParentalManyToManyField(
        # A programme asks for its news by programme.news.published(): the sanctioned upward glance.
        ProgrammePage,
        verbose_name=_("programmes"),
        blank=True,
        related_name="news",
        help_text=_("The programmes it is about: it then stands on their pages."),
    )
    axes = ParentalManyToManyField(
        AxisPage,
        verbose_name=_("axes"),
        blank=True,
        related_name="news",
        help_text=_("The axes it belongs to, when no programme says so."),
    )
    regions = ParentalManyToManyField(
        Region,
        verbose_name=_("regions"),
        blank=True,
        related_name="news",
        help_text=_("Where it happened; readers filter by it."),
    )
    donors = ParentalManyToManyField(
        Organisation,
        verbose_name=_("donors and partners"),
        blank=True,
        related_name="news",
        help_text=_("Who paid for it and who took part."),
    )

    objects: ClassVar = NewsManager()

    parent_page_types = ("news.NewsIndexPage",)
    subpage_types = ()
    required_to_publish: ClassVar = ("title", "lead")
    edit_handler = editing.news_editor()

    class Meta:
        verbose_name = _("news page")
        verbose_name_plural = _("news pages")

    @property
    def dateline(self) -> Dateline:
        """Place and date as they are printed above the text."""
        return Dateline(self.place or "", self.date, self.date_end, self.date_precision)

    @property
    def has_days(self) -> bool:
        """Whether it is an event of which the days are known, as a calendar wants them."""
        exact = {self.Precision.DAY, self.Precision.RANGE}
        return self.kind == self.Kind.EVENT and self.date is not None and self.date_precision in exact

    @property
    def calendar_url(self) -> str:
        """The address of its calendar file; empty where readers get none: no event, no day, a draft, not for all."""
        if not self.has_days or not NewsPage.objects.published().filter(pk=self.pk).exists():
            return ""
        return reverse("news_event_calendar", kwargs={"pk": self.pk})

    @property
    def row(self) -> dict[str, Any]:
        """The page as a row of a list; fetch it with `for_rows()`."""
        made: dict[str, dict[str, Any]] = getattr(self, "made_row", {})
        return made.get(registry.current()) or row(self)

    @cached_property
    def chosen_contacts(self) -> list[ContactPage]:
        """The public cards chosen for this page, in their order; empty: the press desk answers."""
        ids = [row.contact_id for row in self.news_contacts.all()]
        found = {card.pk: card for card in ContactPage.objects.published().filter(pk__in=ids)} if ids else {}
        return [found[pk] for pk in ids if pk in found]

    def clean(self) -> None:
        """Refuse a dateline that contradicts itself."""
        super().clean()
        if self.date_end and not self.date:
            raise ValidationError({"date": _("Give the first day too.")})
        if self.date_end and self.date and self.date_end < self.date:
            raise ValidationError({"date_end": _("The last day comes before the first.")})
        if self.date_precision == self.Precision.RANGE and not self.date_end:
            raise ValidationError({"date_end": _("A range needs its last day.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what stands beside the text: subjects, contacts, closed programmes, neighbours."""
        from .details import Details

        self.details = Details.of(self)
        context = super().get_context(request, *args, **kwargs)
        found, details = context["found"], self.details
        return context | {
            "dateline": self.dateline,
            "calendar_url": self.calendar_url,
            "programmes": details.programmes,
            "axes": [axis for axis in found.all("page", details.axes) if axis.is_published_in()],
            "regions": details.regions,
            "donors": details.donors,
            "contacts": [page.card for page in found.all("contact", details.contacts) if page.is_published_in()],
            "attachments": found.all("document", details.attachments),
            "picture": None if self.shows_pictures else found.get("picture", self.listing_picture_id),
            "related": self.related(details.programmes),
        }

    def also_shown(self) -> dict[str, Any]:
        """Fetch axes, cards and attachments with what the body names."""
        return super().also_shown() | self.details.also_shown()

    @property
    def shows_pictures(self) -> bool:
        """Whether the text shows pictures itself; if not, the picture of lists stands above it."""
        return any(block["type"] in {"picture", "gallery", "video"} for block in self.body.raw_data)

    def related(self, programmes: list[ProgrammePage], number: int = 3) -> list["NewsPage"]:
        """Return other news about the same things (search finds them), then the newest of the same programmes."""
        from .related import shown

        return shown(self, programmes, number)
