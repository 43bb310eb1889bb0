"""How a news page is found."""

from typing import Any, ClassVar

from django.db import models

from pages.formats import Precision
from programmes.models import AxisPage, ProgrammePage


class SearchableNews:
    """The search hooks of a news page (pages.searchable); to be mixed in before ContentPage."""

    search_extra: ClassVar[tuple[str, ...]] = ("notes_to_editors",)

    @property
    def search_kind(self: Any) -> str:
        """Readers filter by the kind of news."""
        return self.kind

    def search_date(self: Any) -> Any:
        """The dateline counts, not the day of publication."""
        return self.date

    @classmethod
    def search_prefetches(cls) -> tuple[Any, ...]:
        """Return what search fetches for many pages at once; private programmes and axes are left out."""
        return (
            models.Prefetch("programmes", queryset=ProgrammePage.objects.published_anywhere().defer_streamfields()),
            models.Prefetch("axes", queryset=AxisPage.objects.published_anywhere().defer_streamfields()),
            "regions",
            "donors",
            "attachments",
        )

    def search_topics(self: Any, code: str) -> tuple[str, ...]:
        """Return programmes, axes, regions and donors by name, the place, and the days of a range: the text may not
        say them."""
        named = [page for page in (*self.programmes.all(), *self.axes.all()) if page.is_published_in(code)]
        labels = [label for page in named for label in (page.title, getattr(page, "acronym", "")) if label]
        days = self.dateline.text if self.date_precision == Precision.RANGE else ""
        return (self.place or "", days, *labels, *(str(one) for one in (*self.regions.all(), *self.donors.all())))

    def search_facets(self: Any) -> dict[str, tuple[str, ...]]:
        """Return the slugs of programmes, axes and regions."""
        lists = {"programme": self.programmes, "axis": self.axes, "region": self.regions}
        return {name: tuple(one.slug for one in things.all()) for name, things in lists.items()}

    def search_documents(self: Any, code: str) -> tuple[int, ...]:
        """Return the attachments and the documents of the body."""
        of_the_body = super().search_documents(code)  # type: ignore[misc]  # ContentPage comes after this class
        return (*(row.document_id for row in self.attachments.all()), *of_the_body)

    def search_row(self: Any, code: str) -> dict[str, Any]:
        """Return what a result row shows beside title and extract."""
        dateline = self.dateline
        until = str(dateline.end or "") if dateline.precision == Precision.RANGE else ""
        return {"place": self.place or "", "date": dateline.text, "datetime": dateline.datetime, "until": until}
