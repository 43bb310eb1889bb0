"""Opening hours in the reader's words."""

import datetime as dt

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .opening import Span, Week, local


def time_of_day(time: dt.time | dt.datetime) -> str:
    """Return a time as the language writes it: 8.30 a.m. is “8:30” in English, “8 h 30” in French."""
    if time.minute:
        return pgettext("time of day", "%(hour)d:%(minute)02d") % {"hour": time.hour, "minute": time.minute}
    return pgettext("time of day, full hour", "%(hour)d:00") % {"hour": time.hour}


def week_in_words(week: Week) -> str:
    """Return all hours: “Monday to Friday, 8:30–12:30 and 14:00–17:30; Saturday, 9:00–12:00”."""
    return _("; ").join(
        _("%(days)s, %(hours)s") % {"days": _days(first, last), "hours": _(" and ").join(map(_hours, spans))}
        for first, last, spans in week.runs()
    )


def _days(first: int, last: int) -> str:
    if first == last:
        return str(WEEKDAYS[first])
    return _("%(first)s to %(last)s") % {"first": WEEKDAYS[first], "last": WEEKDAYS[last]}


def _hours(span: Span) -> str:
    return _("%(opens)s–%(closes)s") % {"opens": time_of_day(span.opens), "closes": time_of_day(span.closes)}


def opening_in_words(moment: dt.datetime, now: dt.datetime | None = None) -> str:
    """Return when it opens: “today at 14:00”, “tomorrow at 8:30”, “Monday at 8:30”."""
    days = (local(moment).date() - local(now).date()).days
    time = time_of_day(moment)
    if days == 0:
        return _("today at %(time)s") % {"time": time}
    if days == 1:
        return _("tomorrow at %(time)s") % {"time": time}
    return _("%(day)s at %(time)s") % {"day": WEEKDAYS[local(moment).weekday()], "time": time}


def state_in_words(week: Week, now: dt.datetime | None = None) -> str:
    """Return “Answers now” or “Back on Monday at 8:30”; empty when the hours are not known."""
    if week.closes_at(now):
        return _("Answers now")
    opens = week.opens_at(now)
    return _back(opens, now) if opens else ""


def _back(opens: dt.datetime, now: dt.datetime | None) -> str:
    days = (local(opens).date() - local(now).date()).days
    values = {"day": WEEKDAYS[local(opens).weekday()], "time": time_of_day(opens)}
    if days == 0:
        return _("Back today at %(time)s") % values
    if days == 1:
        return _("Back tomorrow at %(time)s") % values
    return _("Back on %(day)s at %(time)s") % values
