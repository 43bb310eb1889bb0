"""When a card must be checked again: wrong numbers cost a mission its journalists."""

import datetime as dt
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import tenure
from .tenure import today

VALID_DAYS = 180
NOTICE_DAYS = 30


class Verification(models.TextChoices):
    """How sure we are that a card is right."""

    CURRENT = "current", _("verified")
    SOON = "soon", _("to verify soon")
    DUE = "due", _("to verify")
    NEVER = "never", _("never verified")
    HOLDER = "holder", _("to verify: new holder")

    @classmethod
    def of(cls, verified_on: dt.date | None, day: dt.date | None = None) -> "Verification":
        """Return the state of a card last verified on a date, seen from a day (today unless told)."""
        if verified_on is None:
            return cls.NEVER
        left = (verified_on - (day or today())).days + VALID_DAYS
        if left < 0:
            return cls.DUE
        return cls.SOON if left <= NOTICE_DAYS else cls.CURRENT

    @classmethod
    def of_card(cls, card: Any, day: dt.date | None = None) -> "Verification":
        """Return the state of a contact page: a new holder whom nobody checked counts before its age."""
        is_unconfirmed = tenure.is_unconfirmed(card.holders.all(), card.verified_on, day)
        return cls.HOLDER if is_unconfirmed else cls.of(card.verified_on, day)

    @property
    def is_due(self) -> bool:
        """Whether somebody should check the card now."""
        return self in {Verification.DUE, Verification.NEVER, Verification.HOLDER}


def due_before(day: dt.date | None = None) -> dt.date:
    """Return the date such that a card last verified before it is due."""
    return (day or today()) - dt.timedelta(days=VALID_DAYS)
