"""The filters of the news list: a query string becomes values here and nowhere else."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from programmes.models import AxisPage, ProgrammePage, Region


class TitleChoice(forms.ModelChoiceField):
    """A choice among pages by their title in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the acronym of a programme, else the title or name."""
        return getattr(obj, "acronym", "") or getattr(obj, "title", "") or str(obj)


class NewsFilter(forms.Form):
    """Year, kind, programme, axis and region; an unknown value is an error that empties the list, never a 500."""

    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    programme = TitleChoice(label=_("Programme"), queryset=None, required=False, to_field_name="slug")
    axis = TitleChoice(label=_("Axis"), queryset=None, required=False, to_field_name="slug")
    region = TitleChoice(label=_("Region"), queryset=None, required=False, to_field_name="slug")

    def __init__(self, data: Any, *, kinds: list[tuple[str, Any]], years: list[int]) -> None:
        super().__init__(data, auto_id="filter_%s")
        every = [("", _("All"))]
        self.fields["year"].choices = every + [(year, str(year)) for year in years]
        self.fields["kind"].choices = every + list(kinds)
        for name, model in (("programme", ProgrammePage), ("axis", AxisPage)):
            self.fields[name].queryset = model.objects.published().defer_streamfields().order_by("path")
        self.fields["region"].queryset = Region.objects.all()
        for name in ("programme", "axis", "region"):
            self.fields[name].empty_label = _("All")

    @property
    def is_used(self) -> bool:
        """Whether the reader has chosen anything."""
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, news: QuerySet) -> QuerySet:
        """Return the news that fit; none when a value makes no sense."""
        if not self.is_valid():
            return news.none()
        chosen = self.cleaned_data
        if chosen["year"]:
            news = news.in_year(chosen["year"])
        if chosen["kind"]:
            news = news.of_kind(chosen["kind"])
        for subject in (chosen["programme"], chosen["axis"], chosen["region"]):
            if subject:
                news = news.about(subject)
        return news
