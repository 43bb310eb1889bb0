"""From when to when a programme runs, in words."""

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from languages import registry
from pages.formats import PeriodPrecision, format_day
from pages.typography import elided

# The fields that say whether and when a programme ended.
OF_THE_END = ("status", "end", "end_precision")
DAY, MONTH, YEAR = PeriodPrecision.DAY.value, PeriodPrecision.MONTH.value, PeriodPrecision.YEAR.value

# The word in front depends on what follows in many languages: "du 16 décembre", "de 2019".
Words = dict[str, str | Promise]
FROM: Words = {DAY: _("from %(day)s"), MONTH: _("from %(month)s"), YEAR: _("from %(year)s")}
TO: Words = {DAY: _("to %(day)s"), MONTH: _("to %(month)s"), YEAR: _("to %(year)s")}
SINCE: Words = {DAY: _("since %(day)s"), MONTH: _("since %(month)s"), YEAR: _("since %(year)s")}
ONWARDS: Words = {DAY: _("from %(day)s on"), MONTH: _("from %(month)s on"), YEAR: _("from %(year)s on")}
UNTIL: Words = {DAY: _("until %(day)s"), MONTH: _("until %(month)s"), YEAR: _("until %(year)s")}
ON: Words = {DAY: _("on %(day)s"), MONTH: _("in %(month)s"), YEAR: _("in %(year)s")}


def _said(words: Words, day: date, precision: str) -> str:
    """Return a date as precise as it is known, with the word that goes before it."""
    text = str(words[precision]) % {precision: format_day(day, precision)}
    return elided(text) if registry.language(registry.current()).has_spaced_punctuation else text


def end_in_words(programme: Any) -> str:
    """Return when it ended, as "ended" wants it ("on 16 December 2022", "in 2022"); empty when it is not known."""
    return _said(ON, programme.end, programme.end_precision) if programme.end else ""


def period_in_words(programme: Any) -> str:
    """Return the period of a programme in the active language, as precise as it is known; empty when it is not."""
    start, end = programme.start, programme.end
    if start and end:
        if programme.start_precision == programme.end_precision == YEAR:
            return gettext("%(start)s to %(end)s") % {"start": str(start.year), "end": str(end.year)}
        return f"{_said(FROM, start, programme.start_precision)} {_said(TO, end, programme.end_precision)}"
    if start:
        return _said(ONWARDS if programme.status == "planned" else SINCE, start, programme.start_precision)
    return _said(UNTIL, end, programme.end_precision) if end else ""


def closed_notices(programmes: Any) -> list[dict[str, Any]]:
    """Return the notices of those programmes that are closed: what every page about them must say."""
    return [notice for programme in programmes if (notice := programme.closed_notice)]
