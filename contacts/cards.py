"""What readers see of a contact card: plain values, public ones only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from languages import registry
from pages.formats import format_day

from . import spoken
from .desk import Desk, press_desk
from .opening_words import state_in_words, week_in_words
from .parts import attach, has_parts
from .telephones import Phone


@dataclass(frozen=True)
class Verified:
    """When somebody last checked a card: for people and for machines."""

    text: str
    datetime: str


@dataclass(frozen=True)
class Card:
    """A contact card in the active language; `name` is the present holder's, or the role's while it is vacant.

    `through` says, above numbers and e-mail, that they are the press desk's and not the named person's; else empty.

    Holds public values only: whatever is made from a card (page, vCard, JSON-LD, search) cannot leak a private one.
    """

    pk: int
    name: str
    role: str
    url: str
    is_vacant: bool = False
    through: str = ""
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
    """Return the card of a contact page.

    While the role is vacant, or its e-mail and numbers may be those of the former holder (tenure.is_unconfirmed), with
    the press desk's telephone, mail and hours.
    """
    if not has_parts(page):
        attach([page])
    code = page.language_to_read()
    shared = {
        "pk": page.pk,
        "url": page.get_url() or "",
        "media": ", ".join(page.media_names),
        "covers": page.card_parts.covers,
        "office": page.office or "",
        "vcard_url": _vcard_url(page, code),
    }
    if needs_desk(page):
        return _through_desk(page, desk or press_desk(now), shared)
    return _held(page, shared, now)


def needs_desk(page: Any) -> bool:
    """Whether the press desk answers for the card, with its parts attached."""
    return not page.card_parts.holder or page.card_parts.is_unconfirmed


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
        verified=verified(page.verified_on),
        **shared,
    )


def _through_desk(page: Any, desk: Desk, shared: dict[str, Any]) -> Card:
    """Return the card with the desk's lines; a new holder keeps name and role, with a word on whose lines they are."""
    holder = page.card_parts.holder
    return Card(
        name=holder or page.title,
        role=page.title if holder else _("The press desk answers for this role"),
        is_vacant=not holder,
        through=_("Through the press desk for now:") if holder and (desk.phones or desk.email) else "",
        phones=desk.phones,
        email=desk.email,
        is_open=desk.is_open if desk.state else None,
        state=desk.state,
        spoken=desk.spoken,
        languages=desk.languages,
        hours=desk.hours,
        verified=None if holder else verified(page.verified_on),
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
    return Verified(format_day(day), day.isoformat()) if day else None


def cards_of(pages: Iterable[Any], now: dt.datetime | None = None) -> list[Card]:
    """Return the cards of contact pages, in their order, with one query (two more when one needs the press desk)."""
    pages = list(pages)
    attach(page for page in pages if not has_parts(page))
    desk: Desk | None = None
    cards = []
    for page in pages:
        desk = desk or (press_desk(now) if needs_desk(page) else None)
        cards.append(card_of(page, now, desk))
    return cards
