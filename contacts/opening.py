"""Opening hours of a week: who answers now, until when, and from when again."""

import datetime as dt
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Two letters a day, Monday first, as in schema.org's openingHours.
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
TIME = r"(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?"
SPAN = re.compile(rf"\s*{TIME}\s*(?:[-\u2010-\u2015]|à|to)\s*{TIME}\s*")


@dataclass(frozen=True, order=True)
class Span:
    """From one time of day to a later one, in Morocco."""

    opens: dt.time
    closes: dt.time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}-{self.closes:%H:%M}"


@dataclass(frozen=True)
class Week:
    """The spans of each day, Monday first; a week without any means that the hours are not known."""

    days: tuple[tuple[Span, ...], ...] = ((),) * 7

    def __bool__(self) -> bool:
        return any(self.days)

    def __str__(self) -> str:
        """The form that is stored: `Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00`."""
        return "; ".join(
            f"{DAYS[first]}{'' if first == last else '-' + DAYS[last]} {','.join(map(str, spans))}"
            for first, last, spans in self.runs()
        )

    def runs(self) -> list[tuple[int, int, tuple[Span, ...]]]:
        """Return (first day, last day, spans) of neighbouring days with the same hours; 0 is Monday."""
        found: list[tuple[int, int, tuple[Span, ...]]] = []
        for day, spans in enumerate(self.days):
            if spans and found and found[-1][1] == day - 1 and found[-1][2] == spans:
                found[-1] = (found[-1][0], day, spans)
            elif spans:
                found.append((day, day, spans))
        return found

    def closes_at(self, now: dt.datetime | None = None) -> dt.datetime | None:
        """Return when the present span ends; None when it is closed now."""
        moment = local(now)
        for span in self.days[moment.weekday()]:
            if span.opens <= moment.time() < span.closes:
                return _at(moment.date(), span.closes)
        return None

    def opens_at(self, now: dt.datetime | None = None) -> dt.datetime | None:
        """Return when the next span begins, within a week; None when the hours are not known."""
        moment = local(now)
        for ahead in range(8):
            day = moment.date() + dt.timedelta(days=ahead)
            for span in self.days[day.weekday()]:
                if ahead or span.opens > moment.time():
                    return _at(day, span.opens)
        return None


def local(now: dt.datetime | None = None) -> dt.datetime:
    """Return a moment (now unless told) in Moroccan time: UTC+1, UTC during Ramadan, as tzdata knows it."""
    return timezone.localtime(now, timezone.get_default_timezone())


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=timezone.get_default_timezone())


def parse_spans(text: str) -> tuple[Span, ...]:
    """Return the spans of one day from “8:30-12:30, 14 h – 17 h 30”; ValidationError tells what is wrong."""
    spans = sorted(_span(part) for part in re.split(r"[,;]|\bet\b|\band\b", text) if part.strip())
    for one, other in zip(spans, spans[1:], strict=False):
        if other.opens < one.closes:
            raise ValidationError(_("“%(text)s”: the hours overlap."), params={"text": text})
    return tuple(spans)


def _span(text: str) -> Span:
    match = SPAN.fullmatch(text)
    try:
        hours = [int(part or 0) for part in match.groups()] if match else [0] * 4
        span = Span(dt.time(hours[0], hours[1]), dt.time(hours[2], hours[3]))
    except (TypeError, ValueError) as error:
        message = _("“%(text)s” are no hours. Write them as in 8:30-12:30, 14:00-17:30.")
        raise ValidationError(message, params={"text": text.strip()}) from error
    if not match or span.closes <= span.opens:
        message = _("“%(text)s”: write the hour of opening, a dash, and a later hour of closing, as in 8:30-17:30.")
        raise ValidationError(message, params={"text": text.strip()})
    return span


def parse_week(text: str) -> Week:
    """Return the week of the stored form, see Week.__str__; ValidationError when it is not in that form."""
    days: list[tuple[Span, ...]] = [()] * 7
    for part in filter(str.strip, (text or "").split(";")):
        names, _blank, hours = part.strip().partition(" ")
        spans = parse_spans(hours)
        if not spans:
            raise ValidationError(_("“%(text)s”: the hours are missing."), params={"text": part.strip()})
        for day in _days(names):
            days[day] = spans
    return Week(tuple(days))


def _days(names: str) -> list[int]:
    found: list[int] = []
    try:
        for name in names.split(","):
            first, _dash, last = name.partition("-")
            found += range(DAYS.index(first), DAYS.index(last or first) + 1)
    except ValueError as error:
        raise ValidationError(_("“%(text)s” are no days of the week."), params={"text": names}) from error
    return found
