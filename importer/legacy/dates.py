"""Dates as French and English pages write them: days, ranges of days, months."""

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import cache

from importer.legacy.document import Precision
from importer.legacy.folding import fold
from importer.legacy.words import alternatives, languages

_FIRST_YEAR, _LAST_YEAR = 1945, 2100


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in the text; `start` and `end` are both included."""

    start: datetime.date
    end: datetime.date
    precision: Precision
    at: int
    until: int


@cache
def _months() -> dict[str, int]:
    return {name: number for table in languages().values() for name, number in table["dates"]["months"].items()}


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the forms of a date, the more exact first."""
    month = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    days = "|".join(day for table in languages().values() for day in table["dates"]["weekdays"].split())
    weekday = rf"(?:(?:{days}),?\s+)?"
    join = rf"\s*(?:[-–—/]|\b{alternatives('dates', 'joins')}\b)\s*"
    comma = rf"(?:\s*,\s*\d{{1,2}})*(?:{join}(?:le\s+|the\s+)?{weekday})"
    of = r"(?:\s+of)?"

    def day(name: str) -> str:
        return rf"(?P<{name}>[0-3]?\d)(?:{alternatives('dates', 'ordinals')}\b)?"

    def named(name: str) -> str:
        return rf"(?P<{name}>{month})"

    year, first_year = r"(?P<y>(?:19|20)\d\d)\b", r"(?:\s+(?P<y0>(?:19|20)\d\d))?"
    shapes = {
        "range": rf"\b{day('d')}{of}\s+{named('m')}\s*,?{first_year}{comma}{day('d2')}{of}\s+{named('m2')}\s*,?\s+"
        + year,
        "days": rf"\b{day('d')}{comma}{day('d2')}{of}\s+{named('m')}\s*,?\s+{year}",
        "day": rf"\b{day('d')}{of}\s+{named('m')}\s*,?\s+{year}",
        "us_days": rf"\b{named('m')}\s+{day('d')}{join}{day('d2')}\s*,?\s+{year}",
        "us_range": rf"\b{named('m')}\s+{day('d')}{join}{named('m2')}\s+{day('d2')}\s*,?\s+{year}",
        "us_day": rf"\b{named('m')}\s+{day('d')}\s*,?\s+{year}",
        "iso": r"\b(?P<y>(?:19|20)\d\d)-(?P<mn>[01]\d)-(?P<d>[0-3]\d)(?:T[\d:.+Z-]*)?\b",
        "number": r"(?<![\d/.-])(?P<d>[0-3]?\d)[/.-](?P<mn>[01]?\d)[/.-](?P<y>(?:19|20)\d\d)(?![\d/-])",
        "month": rf"\b{named('m')}\s*,?\s+{year}",
    }
    return tuple((name, re.compile(shape)) for name, shape in shapes.items())


def find_dates(text: str, day_first: bool = True) -> list[FoundDate]:
    """Return the dates of `text` in order; a date without a year is none, and `3/4/2019` only where `day_first`."""
    folded = fold(text)
    if not re.search(r"(?:19|20)\d\d", folded):
        return []
    taken = bytearray(len(folded))
    found = []
    for form, shape in _forms():
        for match in shape.finditer(folded):
            if any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
            date = _date(form, match, day_first)
            if date:
                found.append(date)
    return sorted(found, key=lambda date: date.at)


def year_only(text: str) -> FoundDate | None:
    """Return the year that `text` is, if it is one and nothing else."""
    found = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", text)
    if not found:
        return None
    year = int(found[1])
    return FoundDate(
        datetime.date(year, 1, 1), datetime.date(year, 12, 31), Precision.YEAR, found.start(1), found.end(1)
    )


def _date(form: str, match: re.Match[str], day_first: bool) -> FoundDate | None:
    said = match.groupdict()
    year = int(said["y"])
    month = int(said["mn"]) if said.get("mn") else _months()[said["m"]]
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if form == "number" and not day_first and int(said["d"]) <= 12 and int(said["d"]) != month:
        return None
    try:
        if form == "month":
            last = calendar.monthrange(year, month)[1]
            return FoundDate(
                datetime.date(year, month, 1),
                datetime.date(year, month, last),
                Precision.MONTH,
                match.start(),
                match.end(),
            )
        end_month = _months()[said["m2"]] if said.get("m2") else month
        end = datetime.date(year, end_month, int(said.get("d2") or said["d"]))
        start = datetime.date(int(said.get("y0") or year), month, int(said["d"]))
    except ValueError:
        return None
    if start > end and not said.get("y0"):
        return None
    precision = Precision.RANGE if start < end else Precision.DAY
    return FoundDate(start, end, precision, match.start(), match.end())
