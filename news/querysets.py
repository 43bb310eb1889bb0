"""News, asked by what they are about."""

import datetime as dt
from typing import Any, Self

from django.db.models import F
from wagtail.models import PageManager

from languages import registry
from languages.querysets import TranslatedPageQuerySet
from pages.changes import remembered

from .rows import with_keys


class NewsQuerySet(TranslatedPageQuerySet):
    """News pages."""

    def newest_first(self) -> Self:
        """Order by dateline; what has no date comes last."""
        return self.order_by(F("date").desc(nulls_last=True), "-first_published_at", "-pk")

    def newest(self, number: int, name: str) -> list[Any]:
        """Return the newest as lists show them; `name` says which news these are, alone among those of a language."""
        return with_keys(
            remembered(f"newest {name} in {registry.current()}", lambda: self.newest_first().keys(slice(0, number)))
        )

    def keys(self, part: slice) -> list[int]:
        """Return the keys of a part of these news, the newest first."""
        # Dated news come first, and an index gives them in order; without the condition all would be sorted.
        dated = list(self.filter(date__gt=dt.date.min).values_list("pk", flat=True)[part])
        whole = len(dated) == part.stop - (part.start or 0)
        return dated if whole else list(self.values_list("pk", flat=True)[part])

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
