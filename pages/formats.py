"""Dates and numbers as the reader's language writes them."""

from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from django.db import models
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from languages import registry

NARROW_NO_BREAK_SPACE = "\u202f"


class Precision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("day")
    RANGE = "range", _("range of days")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("unknown")


class PeriodPrecision(models.TextChoices):
    """How exactly the start or end of something long is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


@cache
def locale(code: str) -> Locale:
    """Return the locale of a language: the world-wide form (day before month) where there is one."""
    try:
        return Locale.parse(f"{code.replace('-', '_')}_001")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(code, sep="-")


def format_day(day: date, precision: str = Precision.DAY, code: str | None = None) -> str:
    """Return a date with the precision it has (a value of Precision), in a language (the active one by default)."""
    here = locale(code or registry.current())
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.MONTH:
        return format_skeleton("yMMMM", day, locale=here)
    return _with_ordinal(day, format_date(day, "long", locale=here))


def format_dates(start: date | None, end: date | None = None, precision: str = Precision.DAY) -> str:
    """Return a date or range of days in the active language; empty when the date is unknown."""
    if start is None or precision == Precision.UNKNOWN:
        return ""
    if precision == Precision.RANGE and end is not None and end > start:
        return gettext("%(first)s to %(last)s") % {"first": _first_of_range(start, end), "last": format_day(end)}
    return format_day(start, precision)


def _first_of_range(start: date, end: date) -> str:
    """The first day, without the month and year it shares with the last."""
    if start.year != end.year:
        return format_day(start)
    if start.month != end.month:
        return _with_ordinal(start, format_skeleton("MMMMd", start, locale=locale(registry.current())))
    return _with_ordinal(start, str(start.day))


def _with_ordinal(day: date, text: str) -> str:
    """French writes the first of a month as an ordinal; its catalogue says so."""
    if day.day == 1 and text.split(" ")[0] == "1":
        return pgettext("first day of a month", "1") + text[1:]
    return text


def format_number(number: Decimal | float | int, code: str | None = None) -> str:
    """Return a number with the separators of a language, without zeros that say nothing."""
    here = locale(code or registry.current())
    decimal = Decimal(str(number))
    decimal = decimal.quantize(Decimal(1)) if decimal == decimal.to_integral() else decimal.normalize()
    text = format_decimal(decimal, format="#,##0.####", locale=here)
    if here.character_order == "right-to-left" and here.number_symbols["latn"]["group"] == ",":
        # The Arabic of the Maghreb writes 2 377,5; the world-wide form has the English comma and point.
        text = text.replace(",", NARROW_NO_BREAK_SPACE).replace(".", ",")
    return text.replace("\u00a0", NARROW_NO_BREAK_SPACE)


def language_name(code: str) -> str:
    """Return the name of a language in the active one; empty for no code, the code itself when it is not known."""
    try:
        return Locale.parse(code, sep="-").get_display_name(locale(registry.current())) or code if code else ""
    except (UnknownLocaleError, ValueError):
        return code
