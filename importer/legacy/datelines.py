"""Datelines: « Rabat, 12-15 avril 2013 - », a date on its own line, « Publié le ... », « Fait à Rabat, le ... »."""

import re
from dataclasses import dataclass, replace
from functools import cache

from importer.legacy.dates import FoundDate, find_dates, year_only
from importer.legacy.document import Dateline, Precision
from importer.legacy.folding import fold
from importer.legacy.words import alternatives, languages, listed, pattern, places

_HEAD = 140
_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-Ý][\w’'.-]*(?:(?:\s*[/-]\s*|\s+)(?:(?:et|and|de|el|al|du|la)\s+)?[A-ZÀ-ÖØ-Ý][\w’'.-]*){0,4}"
)
_DASH = re.compile(r"\s*(?:\([A-Z/ ]{2,12}\))?\s*(?:[-–—]{1,2}|//?|[|:])\s*")
_END = re.compile(r"\s*[.)]?\s*$")
_PUNCTUATION = " \t\u00a0\u202f,.:;|/()[]–—-"


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """A dateline, where it ends, whether it fills its paragraph, and whether a label such as « Publié le » leads it."""

    dateline: Dateline
    length: int
    is_whole: bool
    is_label: bool


@cache
def _lead_in() -> re.Pattern[str]:
    days = "|".join(day for table in languages().values() for day in table["dates"]["weekdays"].split())
    return re.compile(rf"(?:[\s,:|()–—-]|\b(?:{alternatives('dates', 'lead_ins')}|{days})\b)*$")


@cache
def _towns() -> frozenset[str]:
    return frozenset(fold(town) for town in places()["towns"].split())


def dateline_of(text: str, day_first: bool = True) -> FoundDateline | None:
    """Return the dateline that the paragraph `text` starts with, if it does."""
    head = text[:_HEAD]
    dates = find_dates(head, day_first)
    return (_dated(text, head, dates[0]) if dates else None) or _place_only(text)


def _dated(text: str, head: str, date: FoundDate) -> FoundDateline | None:
    before = head[: date.at]
    label = pattern("dates", "labels", r"^\W*{}\b\s*:?\s*").match(fold(before))
    place = before[label.end() :] if label else before
    place = place[: _lead_in().search(fold(place)).start()].strip(_PUNCTUATION)  # type: ignore[union-attr]
    if place and not _is_place(place):
        return None
    after = text[date.until :]
    whole = bool(_END.fullmatch(after)) or _is_time(after)
    dash = _DASH.match(after)
    if not whole and not (dash and _is_separator(dash[0])):
        return _running_on(text, place, date)
    length = len(text) if whole else date.until + dash.end()  # type: ignore[union-attr]
    dateline = Dateline(_town(place), date.start, date.end, date.precision)
    return FoundDateline(dateline, length, whole, bool(label))


def _running_on(text: str, place: str, date: FoundDate) -> FoundDateline | None:
    """« Rabat, le 3 mars 2019. L'OIM ... »; after a comma the sentence goes on, and the words stay in it."""
    after = text[date.until :]
    if not place or not re.match(r"\s*[.,]\s+\S", after):
        return None
    length = date.until + len(after) - len(after.lstrip(" .")) if after.lstrip().startswith(".") else 0
    return FoundDateline(Dateline(_town(place), date.start, date.end, date.precision), length, False, False)


def _town(place: str) -> str | None:
    """Return the town of « Rabat (Maroc) »."""
    return place.partition("(")[0].strip(" ,") or None


def _is_separator(dash: str) -> bool:
    """A hyphen with nothing round it belongs to a word."""
    return dash.strip() not in ("-", "/") or dash != dash.strip()


def _is_time(after: str) -> bool:
    return len(after) < 30 and bool(re.fullmatch(r"[\s,\-–|]*(?:à|at|de)?\s*\d{1,2}\s?[:h]\s?\d{0,2}.{0,12}", after))


def _is_place(place: str) -> bool:
    town, _bracket, country = place.partition("(")
    if country and fold(country.strip(" )")) not in _towns():
        return False
    if len(place) > 45 or not _PLACE.fullmatch(re.sub(r"\s*,\s*", " ", town).strip()):
        return False
    return not any(fold(word) in listed("sentence_starts") for word in re.split(r"[\s,]+", place)[:1])


def _place_only(text: str) -> FoundDateline | None:
    """« RABAT – ... » without a date, where the town is known; « Rabat, 2016 – ... »."""
    found = re.match(rf"({_PLACE.pattern})((?:,\s*(?:19|20)\d\d)?)(?:\s*\([A-Z/ ]{{2,12}}\))?\s+[-–—]\s+", text[:_HEAD])
    if not found:
        return None
    if not all(fold(word) in _towns() for word in re.split(r"[\s/,]+", found[1])):
        return None
    year = year_only(found[2].strip(" ,"))
    dateline = Dateline(found[1])
    if year:
        dateline = Dateline(found[1], year.start, year.end, Precision.YEAR)
    return FoundDateline(dateline, found.end(), False, False)


def event_date(texts: list[str]) -> Dateline | None:
    """Return the date that an event page states for its event, when its sentences about it state one and no other."""
    found: dict[tuple, FoundDate] = {}
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý«“])", text):
            if pattern("kinds", "event_verbs").search(fold(sentence)):
                for date in find_dates(sentence):
                    if date.precision in (Precision.DAY, Precision.RANGE):
                        found[date.start, date.end] = date
    if len(found) != 1:
        return None
    date = next(iter(found.values()))
    return Dateline(None, date.start, date.end, date.precision)


def best(found: list[FoundDateline]) -> tuple[Dateline, bool]:
    """Return the dateline of a page (place and date may stand apart), and whether its dates contradict each other."""
    dated = [each for each in found if each.dateline.start]
    proper = [each for each in dated if not each.is_label] or dated
    place = next((each.dateline.place for each in found if each.dateline.place), None)
    days = {(each.dateline.start, each.dateline.end) for each in proper}
    if len(days) > 1:
        placed = [each for each in proper if each.dateline.place]
        if len({(each.dateline.start, each.dateline.end) for each in placed}) != 1:
            return Dateline(place), True
        proper = placed
    if not proper:
        return Dateline(place), False
    return replace(proper[0].dateline, place=proper[0].dateline.place or place), False
