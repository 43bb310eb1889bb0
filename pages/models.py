"""The page table: Wagtail's abstract page in every language of the site."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, PageManager
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin

from languages.editing.handlers import content_edit_handler
from languages.editing.pages import EditedByLanguage
from languages.page import TranslatedPage
from languages.querysets import TranslatedPageQuerySet

from .fields import BodyField


class BasePage(TranslatedPage, AbstractPage, DefaultBasePageMixin):
    """Every page of the site; the table that Wagtail uses as its page table (WAGTAIL_PAGE_MODEL)."""

    translated_fields: ClassVar = ("title", "seo_title", "search_description")

    objects = PageManager.from_queryset(TranslatedPageQuerySet)()

    search_fields = AbstractPage.search_fields + DefaultBasePageMixin.search_fields

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")


class ContentPage(EditedByLanguage, BasePage):
    """What all page types have: a lead, a body per language and a listing picture."""

    lead = models.TextField(_("lead"), blank=True, help_text=_("Two sentences that say the essential."))
    body = BodyField(_("body"), blank=True)
    listing_picture = models.ForeignKey(
        "library.SitePicture",
        verbose_name=_("listing picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    # Types with more fields give an editor of their own.
    edit_handler = content_edit_handler(["title", "lead", "body"], ["listing_picture"])

    class Meta:
        abstract = True
