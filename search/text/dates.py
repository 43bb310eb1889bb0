"""Dates as people write them: what finds 3 May 2016 when one typed 03/05/2016, and the words of a page's own date."""

import datetime as dt
import re

_MONTHS = {
    "french": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "english": "January February March April May June July August September October November December".split(),
    "arabic": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split(),
}
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})")


def spellings(text: str) -> tuple[str, ...]:
    """Other ways to write a date in figures (3/5/2016, 2016-05-03), as the index knows it and in words; else ()."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    else:
        return ()
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return ()
    written = (f"{day} {names[month - 1]} {year}" for names in _MONTHS.values())
    return (term(date), *dict.fromkeys(written), f"{_MONTHS['english'][month - 1]} {day} {year}")


def term(date: dt.date) -> str:
    """One word for a day."""
    return f"{date:%Y%m%d}"


def words(date: dt.date | None, language: str) -> list[str]:
    """The words of a page's own date in a language (by its English name): day as one word, month, year."""
    if date is None:
        return []
    months = _MONTHS.get(language, [])
    return [term(date), *months[date.month - 1 : date.month], str(date.year)]
