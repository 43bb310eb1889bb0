"""What hangs on a news page, in its order: contacts, attachments, addresses of the old site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from contacts.models import ContactPage

from .old_addresses import normal


class NewsContact(Orderable):
    """A contact of a news page, in the order chosen."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="news_contacts")
    contact = models.ForeignKey(
        ContactPage,
        verbose_name=_("contact"),
        on_delete=models.PROTECT,
        related_name="news_contacts",
        help_text=_("Whoever can answer questions about this very news."),
    )


class Attachment(Orderable):
    """A document attached to a news page."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "library.SiteDocument",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("A press kit, a speech, a table; its title and language come from the library."),
    )


class OldAddress(Orderable):
    """An address of the old site that leads to this page."""

    page = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="old_addresses")
    address = models.CharField(
        _("old address"),
        max_length=255,
        help_text=_("The path on the old site, as in “/news/return-programme”; its readers will land here."),
    )

    def clean(self) -> None:
        """Refuse what is no path."""
        super().clean()
        normal(self.address)
