"""Filters by programme, axis and region, for the lists of the rooms above; all choices in one query."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from languages import registry
from languages.borrowed import Borrowed, text_of_row
from pages.changes import remembered
from pages.together import Rows, columns, fetch_together, made, public_address

from .models import AxisPage, ProgrammePage, Region
from .periods import OF_THE_END, closed_notices

SUBJECTS: dict[str, type[Model]] = {"programme": ProgrammePage, "axis": AxisPage, "region": Region}
# One wording for each: "all" has a gender in French.
EVERY = {"programme": _("All programmes"), "axis": _("All axes"), "region": _("All regions")}


class SubjectSelect(forms.Select):
    """Choices of which one may have a name in another language only: it says in which."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the language of a text that is lent."""
        option = super().create_option(name, value, label, *args, **kwargs)
        if isinstance(label, Borrowed):
            option["attrs"] |= {"lang": label.language, "dir": label.direction}
        return option


class SubjectForm(forms.Form):
    """Takes slugs from the query string and gives subjects; an unknown one is an error told in the form.

    A subclass may fetch more with the choices (`more` makes parts of pages.together); the rows are in `self.rows`.
    """

    programme = forms.ChoiceField(label=_("Programme"), required=False, widget=SubjectSelect)
    axis = forms.ChoiceField(label=_("Axis"), required=False, widget=SubjectSelect)
    region = forms.ChoiceField(label=_("Region"), required=False, widget=SubjectSelect)

    def __init__(self, data: Any, *, more: Callable[[], dict[str, Any]] = dict) -> None:
        super().__init__(data, auto_id="filter_%s")
        self._more = more
        self.rows: dict[str, Rows] = self._rows_here()
        self.keys = {name: {row["slug"]: row["key"] for row in self.rows[name]} for name in SUBJECTS}
        for name in SUBJECTS:
            labels = [(row["slug"], _label(row)) for row in self.rows[name]]
            self.fields[name].choices = [("", EVERY[name]), *labels]  # type: ignore[attr-defined]

    def _rows_here(self) -> dict[str, Rows]:
        """Return what there is to choose in the active language."""
        name = f"choices of {type(self).__qualname__} in {registry.current()}"
        return remembered(name, lambda: fetch_together(**_parts(), **self._more()))

    def query_in(self, code: str) -> str:
        """Return the query string that chooses the same in another language; what is not public there is left out.

        Empty where a value makes no sense.
        """
        chosen = {name: value for name, value in self.cleaned_data.items() if value} if self.is_valid() else {}
        if chosen.keys() & SUBJECTS.keys():
            with registry.active(code):
                there = self._rows_here()
            for name in chosen.keys() & SUBJECTS.keys():
                key = self.keys[name][chosen[name]]
                chosen[name] = next((row["slug"] for row in there[name] if row["key"] == key), "")
        return urlencode({name: value for name, value in chosen.items() if value}, errors="replace")

    @property
    def is_used(self) -> bool:
        """Whether the reader has asked for anything."""
        return any(self.data.get(name) for name in self.fields)

    @property
    def drawn_from(self) -> list[Any] | None:
        """What its looks depend on beside the content; None where a reader's own words stand in it."""
        if not self.is_valid() or self.cleaned_data.get("q"):
            return None
        return [(name, str(value)) for name, value in self.cleaned_data.items() if value]

    @property
    def name(self) -> str:
        """What the things chosen are called: the same for the same choice; subjects by key, for addresses move."""
        if not self.is_valid():
            return "none"
        chosen = [(name, self.keys.get(name, {}).get(value, value)) for name, value in self.cleaned_data.items()]
        return " ".join(f"{name}={value}" for name, value in chosen if value)

    @property
    def subjects(self) -> list[Any]:
        """The programme, axis and region that were chosen; only of a valid form."""
        chosen = {name: self.cleaned_data.get(name) for name in SUBJECTS}
        return [SUBJECTS[name](pk=self.keys[name][slug]) for name, slug in chosen.items() if slug]

    @property
    def closed_notices(self) -> list[dict[str, Any]]:
        """What the list must say of the programme it is narrowed to, when that is closed (notice_closed.html)."""
        slug = self.cleaned_data.get("programme") if self.is_valid() else ""
        return closed_notices(
            made(ProgrammePage, [row for row in self.rows["programme"] if slug and row["slug"] == slug])
        )


def _parts() -> dict[str, Any]:
    titles = {f"title_{code}": registry.field("title", code) for code in registry.codes()}
    names = {f"title_{code}": registry.field("name", code) for code in registry.codes()}
    own = {"key": "pk", "slug": "slug"}
    acronym = {"acronym": registry.field("acronym")}
    # What the notice of a closed one needs.
    notice = {name: name for name in public_address()} | columns(ProgrammePage, "acronym", "title", *OF_THE_END)
    return {
        "programme": (ProgrammePage.objects.published(), {**notice, **own, "order": "path", **acronym, **titles}),
        "axis": (AxisPage.objects.published(), {**own, "order": "number", **titles}),
        "region": (Region.objects.all(), {**own, "order": "slug", **names}),
    }


def _label(row: dict[str, Any]) -> str:
    """Return the acronym, else the title in the active language, else in any."""
    return row.get("acronym") or text_of_row(row, "title") or row["slug"]
