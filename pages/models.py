"""The page table: Wagtail's abstract page in every language of the site."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage, PageManager, PageViewRestriction
from wagtail.models.pages import AbstractPageMeta, DefaultBasePageMixin

from languages.editing.handlers import content_edit_handler
from languages.editing.pages import EditedByLanguage
from languages.page import TranslatedPage
from languages.querysets import TranslatedPageQuerySet

from . import publication, sites
from .blocks.loading import load
from .changes import ContentChange
from .fields import BodyField
from .organisation import Boilerplate, OrganisationSettings
from .prepared import objects_prepared
from .searchable import Searchable

__all__ = ["BasePage", "Boilerplate", "ContentChange", "ContentPage", "OrganisationSettings"]


class BasePage(TranslatedPage, AbstractPage, DefaultBasePageMixin):
    """Every page of the site; the table that Wagtail uses as its page table (WAGTAIL_PAGE_MODEL)."""

    translated_fields: ClassVar = ("title", "seo_title", "search_description")

    # Whether there may be thousands of this type: what lists of it are found by is their order, never their keys.
    is_numerous: ClassVar[bool] = False
    # Whether the site has view restrictions at all; said by the query that found the page.
    some_restricted = True

    objects = PageManager.from_queryset(TranslatedPageQuerySet)()

    search_fields = AbstractPage.search_fields + DefaultBasePageMixin.search_fields

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        # The paths of the other languages have theirs: every page asked for is found by its path.
        # The pages of the menu are a handful of all that stand below the front page.
        indexes = (
            models.Index(fields=["url_path"], name="pages_page_by_path"),
            models.Index(fields=["depth", "path"], name="pages_page_by_depth"),
        )

    @classmethod
    def nearest(cls, column: str, candidates: list[str]) -> Any | None:
        """Return the deepest page that has one of these paths in a column, as what it is; None for no such page."""

        def at(paths: list[str]) -> models.QuerySet:
            # The rest of the row is fetched with what the page is.
            found = cls.objects.filter(**{f"{column}__in": paths}).order_by("-depth").only("content_type")[:1]
            return found.annotate(some_restricted=models.Exists(PageViewRestriction.objects.all()))

        found = objects_prepared(f"page at {column}", at, paths=candidates)
        if not found:
            return None
        page = found[0]
        model = page.specific_class
        if model is None:
            return None
        name = f"{model._meta.label} by key"
        specific: Any = objects_prepared(name, lambda key: model._default_manager.filter(pk=key), key=page.pk)
        for one in specific:
            one.some_restricted = page.some_restricted
        return next(iter(specific), None)

    def _get_site_root_paths(self, cache_object: Any = None, **kwargs: Any) -> list[Any]:
        """Return where the sites are: while readers are answered, from memory, not from a cache for each page."""
        known = sites.root_paths()
        return super()._get_site_root_paths(cache_object, **kwargs) if known is None else known

    def get_view_restrictions(self) -> models.QuerySet:
        """Return the restrictions of this page and all above it, in one query; an alias has those of its source."""
        if not self.some_restricted:
            return PageViewRestriction.objects.none()
        if self.alias_of_id:
            return super().get_view_restrictions()
        above = [self.path[:step] for step in range(self.steplen, len(self.path) + 1, self.steplen)]
        of_sources = models.Q(page__aliases__path__in=above) | models.Q(page__aliases__aliases__path__in=above)
        return PageViewRestriction.objects.filter(models.Q(page__path__in=above) | of_sources).distinct()


class ContentPage(EditedByLanguage, Searchable, BasePage):
    """What all page types have: a lead, a body per language and a listing picture."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        help_text=_("Two sentences that say the essential: a reader who stops here knows who, what, where and when."),
    )
    body = BodyField(
        _("body"),
        blank=True,
        help_text=_("Short paragraphs, the most important first; a heading every few of them."),
    )
    listing_picture = models.ForeignKey(
        "library.SitePicture",
        verbose_name=_("listing picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Stands above the text of a news page that shows no picture itself, and with the news that lead the front "
            "page. It is shown whole."
        ),
    )

    edit_handler = content_edit_handler(localized=["title", "lead", "body"], shared=["listing_picture"])

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Fetch what the body names, in one query for each kind of thing."""
        context = super().get_context(request, *args, **kwargs)
        context["found"] = load(self.body, **self.also_shown())
        return context

    def also_shown(self) -> dict[str, Iterable[int]]:
        """Return primary keys of other things the page shows, by kind, to be fetched with those of its body."""
        return {"picture": [self.listing_picture_id]} if self.listing_picture_id else {}

    def publication_faults(self, codes: Iterable[str] | None = None) -> list[str]:
        """Return why the page cannot be published in some languages, in words for an officer."""
        return publication.faults(self, codes)
