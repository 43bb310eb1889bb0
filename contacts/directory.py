"""The directory of contacts: what a journalist asked becomes values here, and values become cards."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from languages import registry
from pages.changes import remembered
from programmes.subject_form import SubjectForm

from . import finding, spoken
from .blocks import fetch
from .cards import cards_of
from .models import ContactPage, Medium
from .querysets import ContactQuerySet

CARDS_PER_PAGE = 20


class ContactFilter(SubjectForm):
    """Free text, programme, axis, region, language spoken, medium; an unknown value is an error told in the form."""

    q = forms.CharField(label=_("Topic, name or number"), required=False, max_length=finding.LONGEST)
    spoken = forms.ChoiceField(label=_("Language spoken"), required=False)
    medium = forms.ChoiceField(label=_("Medium"), required=False)

    field_order = ("q", "programme", "axis", "region", "spoken", "medium")

    def __init__(self, data: Any) -> None:
        super().__init__(data, more=_languages_part)
        self.answer = finding.Answer()
        spoken_codes = {code for row in self.rows["cards"] for code in row["spoken"].split(",") if code}
        languages = sorted((code for code in spoken_codes), key=spoken.name)
        fields: dict[str, Any] = self.fields
        fields["spoken"].choices = [
            ("", _("All languages")),
            *((code, capfirst(spoken.name(code))) for code in languages),
        ]
        fields["medium"].choices = [
            ("", _("All media")),
            *((value, capfirst(label)) for value, label in Medium.choices),
        ]

    def narrow(self, cards: Any) -> ContactQuerySet:
        """Return the cards that fit, the best first when words were given; none when a value makes no sense."""
        if not self.is_valid():
            return cards.none()
        chosen = self.cleaned_data
        if chosen["spoken"]:
            cards = cards.speaking(chosen["spoken"])
        if chosen["medium"]:
            cards = cards.for_medium(chosen["medium"])
        for subject in self.subjects:
            cards = cards.covering(subject)
        return self._fitting(cards, chosen["q"]) if chosen["q"] else cards.order_by("path")

    def _fitting(self, cards: Any, text: str) -> ContactQuerySet:
        """Return the cards that fit a text, in the finder's order, else in the directory's own."""
        answer = finding.ranked(text)
        if answer is None:
            return finding.matching(cards, text).order_by("path")
        self.answer = answer
        places = [When(pk=key, then=Value(place)) for place, key in enumerate(answer.keys)]
        return cards.filter(pk__in=answer.keys).order_by(Case(*places, output_field=IntegerField()))


def _languages_part() -> dict[str, Any]:
    return {"cards": (ContactPage.objects.published().distinct(), {"spoken": "languages_spoken"})}


def _keys(form: ContactFilter) -> list[int]:
    """Return the keys of the cards that fit; what was asked in words is not remembered."""

    def fitting() -> list[int]:
        return list(form.narrow(ContactPage.objects.published()).values_list("pk", flat=True))

    if form.is_valid() and form.cleaned_data["q"]:
        return fitting()
    return remembered(f"cards: {form.name} in {registry.current()}", fitting)


def directory(data: Any) -> dict[str, Any]:
    """Return what the directory's template takes: filters, cards of one page, rows (their page of keys), total, and
    the wording that was answered where it is not the reader's, or that some of the words alone were found.

    `data` is the query string; a page number that makes no sense is the first page, one too far the last.
    """
    form = ContactFilter(data)
    rows = Paginator(_keys(form), CARDS_PER_PAGE).get_page(data.get("page"))
    found = fetch(rows)
    cards = cards_of(found[key] for key in rows if key in found)
    return {"filters": form, "rows": rows, "cards": cards, "total": rows.paginator.count, "answer": form.answer}
