"""A key figure as readers see it: number, unit, what it counts, source and date."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .formats import format_day, format_number


class KeyFigure(models.Model):
    """A number with what it counts, its source and its date; the texts are to be registered for translation."""

    translated_texts = ("unit", "label", "source")

    number = models.DecimalField(
        _("number"),
        max_digits=14,
        decimal_places=2,
        help_text=_("Digits only: the page sets spaces and commas."),
    )
    unit = models.CharField(_("unit"), max_length=60, blank=True, help_text=_("“%”, “km”, “dirhams”."))
    label = models.CharField(
        _("what it counts"), max_length=200, help_text=_("In plain words: “people who went home with our help”.")
    )
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Where a journalist can check it."))
    as_of = models.DateField(_("as of"), null=True, blank=True, help_text=_("The day on which the number was true."))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number} {self.label}"

    def clean(self) -> None:
        """Refuse a number that will be true one day."""
        super().clean()
        refuse_future(self.as_of, "as_of")

    def as_values(self) -> dict[str, Any]:
        """Return what components/key_figures.html takes."""
        return figure_values(self.number, self.unit, self.label, self.source, self.as_of)


def refuse_future(day: date | None, name: str) -> None:
    """Raise ValidationError at the field `name` for a day on which no number can have been true yet."""
    if day is not None and day > timezone.localdate(timezone=timezone.get_default_timezone()):
        raise ValidationError({name: gettext("This day is still to come: enter the day on which the number was true.")})


def figure_values(
    number: Decimal | None, unit: str = "", label: str = "", source: str = "", as_of: date | None = None
) -> dict[str, Any]:
    """Return a figure as it is written in the active language: number, unit, what, source, as_of."""
    return {
        "number": "" if number is None else format_number(number),
        "unit": unit or "",
        "what": label or "",
        "source": source or "",
        "as_of": gettext("as of %(date)s") % {"date": format_day(as_of)} if as_of else "",
    }
