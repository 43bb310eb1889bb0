"""The directory of contacts: what a journalist asked becomes values here, and values become cards."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from programmes.models import AxisPage, ProgrammePage, Region

from . import finding, spoken
from .cards import cards_of
from .models import ContactPage, Medium

CARDS_PER_PAGE = 20


class SubjectChoice(forms.ModelChoiceField):
    """A choice among programmes, axes or regions, by the name readers know."""

    def label_from_instance(self, obj: Any) -> str:
        """Return the acronym of a programme, else the title or name."""
        return getattr(obj, "acronym", "") or getattr(obj, "title", "") or str(obj)


class ContactFilter(forms.Form):
    """Free text, programme, axis, region, language spoken, medium; an unknown value is an error told in the form."""

    q = forms.CharField(label=_("Topic, name or number"), required=False, max_length=finding.LONGEST)
    programme = SubjectChoice(label=_("Programme"), queryset=None, required=False, to_field_name="slug")
    axis = SubjectChoice(label=_("Axis"), queryset=None, required=False, to_field_name="slug")
    region = SubjectChoice(label=_("Region"), queryset=None, required=False, to_field_name="slug")
    spoken = forms.ChoiceField(label=_("Language spoken"), required=False)
    medium = forms.ChoiceField(label=_("Medium"), required=False)

    def __init__(self, data: Any, *, spoken_codes: set[str]) -> None:
        super().__init__(data, auto_id="filter_%s")
        every = [("", _("All"))]
        languages = sorted((code for code in spoken_codes), key=spoken.name)
        self.fields["spoken"].choices = every + [(code, spoken.name(code)) for code in languages]
        self.fields["medium"].choices = every + list(Medium.choices)
        for name, model in (("programme", ProgrammePage), ("axis", AxisPage)):
            self.fields[name].queryset = model.objects.published().defer_streamfields().order_by("path")
        self.fields["region"].queryset = Region.objects.all()
        for name in ("programme", "axis", "region"):
            self.fields[name].empty_label = _("All")

    @property
    def is_used(self) -> bool:
        """Whether the reader has asked for anything."""
        return any(self.data.get(name) for name in self.fields)

    def narrow(self, cards: Any) -> QuerySet:
        """Return the cards that fit, the best first when words were given; none when a value makes no sense."""
        if not self.is_valid():
            return cards.none()
        chosen = self.cleaned_data
        if chosen["spoken"]:
            cards = cards.speaking(chosen["spoken"])
        if chosen["medium"]:
            cards = cards.for_medium(chosen["medium"])
        for subject in (chosen["programme"], chosen["axis"], chosen["region"]):
            if subject:
                cards = cards.covering(subject)
        return found(cards, chosen["q"]) if chosen["q"] else cards.order_by("path")


def found(cards: Any, text: str) -> QuerySet:
    """Return the cards that fit a text, in the finder's order, else in the directory's own."""
    keys = finding.ranked(text)
    if keys is None:
        return finding.matching(cards, text).order_by("path")
    places = [When(pk=key, then=Value(place)) for place, key in enumerate(keys)]
    if not places:
        return cards.none()
    return cards.filter(pk__in=keys).order_by(Case(*places, output_field=IntegerField()))


def directory(data: Any) -> dict[str, Any]:
    """Return what the directory's template takes: filters, rows (cards of one page), total.

    `data` is the query string; a page number that makes no sense is the first page, one too far the last.
    """
    published = ContactPage.objects.published()
    codes = {code for row in published.values_list("languages_spoken", flat=True).distinct() for code in row}
    form = ContactFilter(data, spoken_codes=codes)
    rows = Paginator(form.narrow(published).for_cards(), CARDS_PER_PAGE).get_page(data.get("page"))
    return {"filters": form, "rows": rows, "cards": cards_of(rows.object_list), "total": rows.paginator.count}
