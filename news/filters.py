"""The filters of the news list: a query string becomes values here and nowhere else."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from programmes.subject_form import SubjectForm

from .rows import numbers_by_year

# See news/urls.py.
WITH_FEEDS = ("kind", "programme", "axis")


class NewsFilter(SubjectForm):
    """Year, kind, programme, axis and region; an unknown value is an error that empties the list, never a 500."""

    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    field_order = ("year", "kind", "programme", "axis", "region")

    def __init__(self, data: Any, *, kinds: list[tuple[str, Any]], news: Callable[[], QuerySet]) -> None:
        super().__init__(data)
        years = sorted((year for year in numbers_by_year(news) if year is not None), reverse=True)
        self.fields["year"].choices = [("", _("All years")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", _("All kinds")), *((value, capfirst(label)) for value, label in kinds)]  # type: ignore[attr-defined]

    @property
    def feeds(self) -> list[dict[str, Any]]:
        """The feed of what was chosen, a link as components/section_header.html takes it; none when there is no such
        feed: of nothing chosen, of two things at once, of a year or a region."""
        chosen = [(name, value) for name, value in self.cleaned_data.items() if value] if self.is_valid() else []
        if len(chosen) != 1 or chosen[0][0] not in WITH_FEEDS:
            return []
        name, value = chosen[0]
        label = dict(self.fields[name].choices)[value]  # type: ignore[attr-defined]
        url = reverse(f"news_feed_{name}", kwargs={"slug": value, "format_name": "atom"})
        return [{"title": gettext("Atom feed: %(name)s") % {"name": label}, "url": url}]

    def narrow(self, news: Any) -> QuerySet:
        """Return the news that fit; none when a value makes no sense."""
        if not self.is_valid():
            return news.none()
        chosen = self.cleaned_data
        if chosen["year"]:
            news = news.in_year(chosen["year"])
        if chosen["kind"]:
            news = news.of_kind(chosen["kind"])
        for subject in self.subjects:
            news = news.about(subject)
        return news
