"""Dates as people write them: what finds 3 May 2016 when one typed 03/05/2016, and the words of a page's own date."""

import datetime as dt
import re
from collections.abc import Sequence

from .fold import fold

_MONTHS = {
    "french": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "english": "January February March April May June July August September October November December".split(),
    "arabic": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(),
}
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})")
_MONTH_NUMBERS = {fold(name): number for names in _MONTHS.values() for number, name in enumerate(names, 1)}
_SHORT = {
    fold(name).rstrip("."): number
    for names in (
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.",
    )
    for number, name in enumerate(names.split(), 1)
}
_BY_NAME = _SHORT | _MONTH_NUMBERS
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINED = "au|a|et|to|and|الي"
_MOST_WORDS = 6


def _pattern(mark: str, is_month_first: bool) -> str:
    """Folded words that say a day or a range within one month; `mark` ends the names of the groups."""
    number = r"(?P<{}{}>\d{{1,2}})(?:er|st|nd|rd|th)?".format
    days = f"(?:{number('first', mark)} (?:(?:{_JOINED}) )?)?{number('last', mark)}"
    month, year = f"(?P<month{mark}>{'|'.join(_BY_NAME)})", rf"(?P<year{mark}>(?:19|20)\d\d)(?!\S)"
    return f"{month} {days} {year}" if is_month_first else f"{days} (?:of )?{month} {year}"


_IN_WORDS = re.compile(f"{_pattern('1', False)}|{_pattern('2', True)}")


def spellings(text: str) -> tuple[str, ...]:
    """Other ways to write a date in figures (3/5/2016, 2016-05-03), as the index knows it and in words; else ()."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return ()
    try:
        return written(dt.date(year, month, day))
    except ValueError:
        return ()


def written(date: dt.date) -> tuple[str, ...]:
    """A day as the index knows it, then in words."""
    ways = (f"{date.day} {names[date.month - 1]} {date.year}" for names in _MONTHS.values())
    return (term(date), *dict.fromkeys(ways), f"{_MONTHS['english'][date.month - 1]} {date.day} {date.year}")


def read(words: Sequence[str]) -> tuple[tuple[dt.date, ...], int]:
    """The day, or first and last of a range, that folded words begin with (16 mai 2016, May 16 2016, 16 au 19 mai
    2016), and how many of them say so; ((), 0) where they do not."""
    match = _IN_WORDS.match(" ".join(words[:_MOST_WORDS]))
    if not match:
        return (), 0
    said = {name[:-1]: value for name, value in match.groupdict().items() if value}
    month, year = _BY_NAME[said["month"]], int(said["year"])
    try:
        days = (dt.date(year, month, int(said[name])) for name in ("first", "last") if name in said)
        return tuple(days), match.group().count(" ") + 1
    except ValueError:
        return (), 0


def month(words: Sequence[str]) -> tuple[str, ...]:
    """The full names of a month that folded words begin with in short, a year behind it (déc. 2023); else ()."""
    if len(words) < 2 or not _YEAR.fullmatch(words[1]) or words[0] not in _SHORT.keys() - _MONTH_NUMBERS:  # noqa: PLR2004 month and year
        return ()
    return tuple(dict.fromkeys(names[_SHORT[words[0]] - 1] for names in _MONTHS.values()))


def term(date: dt.date) -> str:
    """One word for a day."""
    return f"{date:%Y%m%d}"


def words(date: dt.date | None, language: str) -> list[str]:
    """The words of a page's own date in a language (by its English name): day as one word, month, year."""
    if date is None:
        return []
    months = _MONTHS.get(language, [])
    return [term(date), *months[date.month - 1 : date.month], str(date.year)]
