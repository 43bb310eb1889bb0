"""What "published" means, defined once for all pages."""

from typing import Self

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce, Length, Substr
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

from . import registry


class TranslatedPageQuerySet(PageQuerySet):
    """Pages, asked by language."""

    def live(self) -> Self:
        """Return the published pages; of a type with few pages (not `is_numerous`) they are found by its own keys.

        SQLite, which knows no sizes, would else read the rows of all pages to find a handful.
        """
        found = super().live()
        if not self.model._meta.parents or getattr(self.model, "is_numerous", False):
            return found
        return found.filter(id__in=self.model._base_manager.order_by().values("pk"))

    def published(self, code: str | None = None) -> Self:
        """Return the pages that anybody may read in a language (the active one by default)."""
        return self.live().filter(**{registry.field("published", code): True}).open_to_all()

    def published_anywhere(self) -> Self:
        """Return the pages that anybody may read in at least one language."""
        return self.live().open_to_all()

    def originals(self) -> Self:
        """Leave out aliases: a page that has a second address is one entry of a list, not two."""
        # Written so that no index on it is used: nearly all pages have none, and lists are found by their order.
        return self.alias(source=Coalesce("alias_of", 0)).filter(source=0)

    def open_to_all(self) -> Self:
        """Leave out pages under a view restriction, without a query of its own."""
        restricted = (
            PageViewRestriction.objects.annotate(prefix=F("page__path"))
            .annotate(start=Substr(OuterRef("path"), 1, Length("prefix")))
            .filter(start=F("prefix"))
        )
        return self.exclude(Exists(restricted))
