"""What readers see of a contact card: plain values, public ones only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from languages import registry

from . import spoken
from .desk import Desk, press_desk
from .opening_words import state_in_words, week_in_words
from .parts import attach
from .telephones import Phone


@dataclass(frozen=True)
class Verified:
    """When somebody last checked a card: for people and for machines."""

    text: str
    datetime: str


@dataclass(frozen=True)
class Card:
    """A contact card in the active language; `name` is the present holder's, or the role's while it is vacant.

    Holds public values only: whatever is made from a card (page, vCard, JSON-LD, search) cannot leak a private one.
    """

    pk: int
    name: str
    role: str
    url: str
    is_vacant: bool = False
    phones: tuple[Phone, ...] = ()
    email: str = ""
    is_open: bool | None = None
    state: str = ""
    spoken: tuple[str, ...] = ()
    languages: str = ""
    media: str = ""
    covers: tuple[str, ...] = ()
    office: str = ""
    hours: str = ""
    remark: str = ""
    verified: Verified | None = None
    vcard_url: str = ""


def card_of(page: Any, now: dt.datetime | None = None, desk: Desk | None = None) -> Card:
    """Return the card of a contact page; while the role is vacant, the press desk's telephone, mail and hours."""
    if getattr(getattr(page, "card_parts", None), "language", None) != registry.current():
        attach([page])
    code = page.language_to_read()
    shared = {
        "pk": page.pk,
        "url": page.get_url() or "",
        "media": ", ".join(page.media_names),
        "covers": page.card_parts.covers,
        "office": page.office or "",
        "verified": verified(page.verified_on),
        "vcard_url": _vcard_url(page, code),
    }
    return _held(page, shared, now) if page.card_parts.holder else _vacant(page, desk or press_desk(now), shared)


def _held(page: Any, shared: dict[str, Any], now: dt.datetime | None) -> Card:
    week = page.week
    return Card(
        name=page.card_parts.holder,
        role=page.title,
        phones=page.card_parts.phones,
        email=page.email if page.shows_email else "",
        is_open=bool(week.closes_at(now)) if week else None,
        state=state_in_words(week, now),
        spoken=page.languages_spoken,
        languages=spoken.in_words(page.languages_spoken),
        hours=week_in_words(week),
        remark=page.hours or "",
        **shared,
    )


def _vacant(page: Any, desk: Desk, shared: dict[str, Any]) -> Card:
    return Card(
        name=page.title,
        role=_("The press desk answers for this role"),
        is_vacant=True,
        phones=desk.phones,
        email=desk.email,
        is_open=desk.is_open if desk.state else None,
        state=desk.state,
        spoken=desk.spoken,
        languages=desk.languages,
        hours=desk.hours,
        **shared,
    )


def _vcard_url(page: Any, code: str) -> str:
    """Return the address of the contact file in the language of the page; none for what readers cannot see."""
    if not page.pk or not page.is_published_in(code):
        return ""
    with registry.active(code):
        return reverse("contact_vcard", args=[page.pk])


def verified(day: dt.date | None) -> Verified | None:
    """Return the date of verification in words; None when a card was never verified."""
    return Verified(date_format(day, "DATE_FORMAT"), day.isoformat()) if day else None


def cards_of(pages: Iterable[Any], now: dt.datetime | None = None) -> list[Card]:
    """Return the cards of contact pages, in their order, with one query (two more when a role is vacant)."""
    pages = list(pages)
    attach(pages)
    desk: Desk | None = None
    cards = []
    for page in pages:
        desk = desk or (None if page.card_parts.holder else press_desk(now))
        cards.append(card_of(page, now, desk))
    return cards
