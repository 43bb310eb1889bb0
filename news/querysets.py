"""News, asked by what they are about."""

from typing import Any, Self

from django.db.models import F
from wagtail.models import PageManager

from languages.querysets import TranslatedPageQuerySet


class NewsQuerySet(TranslatedPageQuerySet):
    """News pages."""

    def newest_first(self) -> Self:
        """Order by dateline; what has no date comes last."""
        return self.order_by(F("date").desc(nulls_last=True), "-first_published_at", "-pk")

    def in_year(self, year: int) -> Self:
        """Keep the news dated in a year."""
        return self.filter(date__year=year)

    def of_kind(self, kind: str) -> Self:
        """Keep the news of a kind (NewsPage.Kind)."""
        return self.filter(kind=kind)

    def about(self, subject: Any) -> Self:
        """Keep the news about a programme, an axis or a region, by the model of the subject."""
        name = {"programmepage": "programmes", "axispage": "axes", "region": "regions"}[subject._meta.model_name]
        return self.filter(**{name: subject})

    def for_rows(self) -> Self:
        """Fetch what a list row shows, and nothing else."""
        return self.defer_streamfields().prefetch_related("programmes")


NewsManager = PageManager.from_queryset(NewsQuerySet)
