"""News, asked by what they are about."""

from typing import Any, Self

from django.db.models import F
from wagtail.models import PageManager

from languages import registry
from languages.querysets import TranslatedPageQuerySet
from pages.changes import remembered

from .rows import list_keys, with_keys


class NewsQuerySet(TranslatedPageQuerySet):
    """News pages."""

    def newest_first(self) -> Self:
        """Order by dateline; what has no date comes last."""
        return self.order_by(F("date").desc(nulls_last=True), "-first_published_at", "-pk")

    def newest(self, number: int, name: str) -> list[Any]:
        """Return the newest public ones of these news as lists show them; `name` says which news these are."""
        return with_keys(self.newest_keys(number, name))

    def newest_keys(self, number: int, name: str) -> list[int]:
        """Return the keys of the newest public ones in the active language, aliases left out."""
        return remembered(
            f"newest {number} {name} in {registry.current()}",
            lambda: list_keys(self.published().originals, f"newest {name}", slice(0, number)),
        )

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

    def about_any(self, programmes: list[int]) -> Self:
        """Keep the news about any of these programmes, each once."""
        return self.filter(programmes__in=programmes).distinct()

    def for_rows(self) -> Self:
        """Fetch what a list row shows, and nothing else."""
        return self.defer_streamfields().prefetch_related("programmes")


NewsManager = PageManager.from_queryset(NewsQuerySet)
