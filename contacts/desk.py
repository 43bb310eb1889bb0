"""The press desk: who answers when nobody else is named, now or from when."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from languages import registry
from pages.changes import remembered
from pages.together import Rows, columns, fetch_together, made, public_address

from . import spoken, telephones
from .fields import OpeningHoursField
from .opening import Week, local
from .opening_words import opening_in_words, state_in_words, time_of_day, week_in_words
from .telephones import Phone


@dataclass(frozen=True)
class Desk:
    """The press desk in the active language at a moment; empty texts where nothing is entered."""

    is_open: bool = False
    name: str = ""
    role: str = ""
    phones: tuple[Phone, ...] = ()
    email: str = ""
    spoken: tuple[str, ...] = ()
    languages: str = ""
    state: str = ""
    until: str = ""
    next_open: str = ""
    hours: str = ""
    remark: str = ""
    out_of_hours: str = ""
    url: str = ""

    @property
    def phone_display(self) -> str:
        """The number to call now, as written at home."""
        return self.phones[0].display if self.phones else ""

    @property
    def phone_international(self) -> str:
        """The number to call now, as dialled from abroad."""
        return self.phones[0].international if self.phones else ""

    @property
    def phone_uri(self) -> str:
        """The address that dials the number to call now."""
        return self.phones[0].uri if self.phones else ""


@dataclass(frozen=True)
class _Entered:
    """What is stored, whatever the hour: the press desk, where the directory is, all opening hours."""

    row: Any
    url: str
    weeks: list[Week]


def press_desk(now: dt.datetime | None = None) -> Desk:
    """Return the press desk as it is at a moment (now unless told). One query.

    Outside its hours the duty telephone, where there is one, comes first.
    """
    entered = _entered()
    week = entered.row.week
    closes, opens = week.closes_at(now), week.opens_at(now)
    # What it says changes when it opens or closes, and at midnight: "tomorrow" becomes "today".
    moment = f"{local(now).date()} {closes} {opens}"
    return remembered(f"press desk in {registry.current()} on {moment}", lambda: _desk(entered.row, entered.url, now))


def _entered() -> _Entered:
    return remembered(f"press desk in {registry.current()}", _fetched)


def _fetched() -> _Entered:
    from .models import ContactIndexPage, PressDesk

    rows = _rows()
    directory = next(iter(made(ContactIndexPage, rows["directory"])), None)
    opening = {row["opening"] for name in ("desk", "hours_of_cards") for row in rows[name]}
    return _Entered(
        row=next(iter(made(PressDesk, rows["desk"])), None) or PressDesk(),
        url=(directory.get_url() or "") if directory else "",
        weeks=[OpeningHoursField.week(text) for text in sorted(opening) if text],
    )


def _desk(row: Any, url: str, now: dt.datetime | None) -> Desk:
    week = row.week
    closes, opens = week.closes_at(now), week.opens_at(now)
    return Desk(
        is_open=closes is not None,
        name=row.name,
        role=row.role or "",
        phones=_phones(row, is_open=closes is not None or not week),
        email=row.email,
        spoken=row.languages_spoken,
        languages=spoken.in_words(row.languages_spoken),
        state=state_in_words(week, now),
        until=time_of_day(closes) if closes else "",
        next_open=opening_in_words(opens, now) if opens and not closes else "",
        hours=week_in_words(week),
        remark=row.hours or "",
        out_of_hours="" if closes else row.out_of_hours or "",
        url=url,
    )


def weeks() -> list[Week]:
    """Return the opening hours of the press desk and of all public cards, each kind once; no query of its own."""
    return _entered().weeks


def _rows() -> dict[str, Rows]:
    from .models import ContactIndexPage, ContactPage, PressDesk

    own = columns(PressDesk, *(field.name for field in PressDesk._meta.concrete_fields if not _is_translation(field)))
    return fetch_together(
        desk=(PressDesk.objects.all(), own),
        # Pages change when one of these begins or ends.
        hours_of_cards=(ContactPage.objects.live().distinct(), {"opening": "opening"}),
        directory=(
            ContactIndexPage.objects.published(),
            columns(ContactIndexPage, "basepage_ptr", *public_address()),
        ),
    )


def _is_translation(field: Any) -> bool:
    """Whether a column holds one language of a field: `columns` names those itself."""
    return hasattr(field, "translated_field")


def _phones(row: Any, *, is_open: bool) -> tuple[Phone, ...]:
    by_day = [telephones.phone(number) for number in (row.telephone, row.second_telephone) if number]
    on_duty = [telephones.phone(row.duty_telephone, _("outside office hours"))] if row.duty_telephone else []
    return tuple(by_day if is_open or not on_duty else on_duty + by_day)
