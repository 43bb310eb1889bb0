"""What happened: releases, stories, events and statements."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Orderable

from contacts.models import ContactPage
from pages.models import ContentPage
from programmes.models import AxisPage, Organisation, ProgrammePage, Region


class NewsIndexPage(RoutablePageMixin, ContentPage):
    """All news, filtered and by pages."""

    max_count = 1
    parent_page_types = ("home.HomePage",)
    subpage_types = ("news.NewsPage",)


class NewsPage(ContentPage):
    """A release, story, event or statement, with its dateline."""

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

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.RELEASE)
    place = models.CharField(_("place"), max_length=120, blank=True)
    date = models.DateField(_("date"), null=True, blank=True, db_index=True)
    date_end = models.DateField(_("last day"), null=True, blank=True)
    date_precision = models.CharField(
        _("precision of the date"), max_length=10, choices=Precision.choices, default=Precision.DAY
    )
    notes_to_editors = models.TextField(_("notes to editors"), blank=True)
    boilerplate = models.TextField(_("boilerplate"), blank=True)
    programmes = ParentalManyToManyField(
        # A programme asks for its news by programme.news.published(): the sanctioned upward glance.
        ProgrammePage,
        verbose_name=_("programmes"),
        blank=True,
        related_name="news",
    )
    axes = ParentalManyToManyField(AxisPage, verbose_name=_("axes"), blank=True, related_name="news")
    regions = ParentalManyToManyField(Region, verbose_name=_("regions"), blank=True, related_name="news")
    donors = ParentalManyToManyField(
        Organisation, verbose_name=_("donors and partners"), blank=True, related_name="news"
    )

    parent_page_types = ("news.NewsIndexPage",)
    subpage_types = ()


class NewsContact(Orderable):
    """A contact of a news page, in the order chosen."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="news_contacts")
    contact = models.ForeignKey(ContactPage, on_delete=models.PROTECT, related_name="news_contacts")


class Attachment(Orderable):
    """A document attached to a news page."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey("library.SiteDocument", on_delete=models.CASCADE, related_name="+")


class OldAddress(Orderable):
    """An address of the old site that leads to this page."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="old_addresses")
    address = models.CharField(_("old address"), max_length=500)
