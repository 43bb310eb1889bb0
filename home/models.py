"""The front page and plain pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from news.models import NewsPage
from pages.models import ContentPage


class HomePage(ContentPage):
    """The front page: what is new, what the mission does, whom to call."""

    lead_news = models.ForeignKey(
        NewsPage, verbose_name=_("lead release"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    subpage_types = (
        "news.NewsIndexPage",
        "programmes.ProgrammeIndexPage",
        "programmes.AxisIndexPage",
        "contacts.ContactIndexPage",
        "home.StandardPage",
    )


class HomeFigure(Orderable):
    """A key figure on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="figures")
    number = models.DecimalField(_("number"), max_digits=14, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    label = models.CharField(_("what it counts"), max_length=200)
    source = models.CharField(_("source"), max_length=200, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)


class StandardPage(ContentPage):
    """A plain page: about, legal notice, accessibility."""

    parent_page_types = ("home.HomePage", "home.StandardPage")
    subpage_types = ("home.StandardPage",)
