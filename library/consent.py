"""No person appears without consent: what a picture needs before readers may see it."""

from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Consent(models.TextChoices):
    """What the people shown in a picture have said."""

    MISSING = "missing", _("not asked yet")
    NOT_NEEDED = "not_needed", _("not needed (public event, crowd, official)")
    GIVEN = "given", _("given")
    WITHDRAWN = "withdrawn", _("withdrawn")


class ConsentMixin:
    """Whether a picture may be shown, for a model with shows_people, consent and consent_until."""

    shows_people: Any
    consent: Any
    consent_until: Any
    title: Any

    def has_consent(self, day: date | None = None) -> bool:
        """Whether the people shown agree on a day (today by default); true when nobody is shown."""
        if not self.shows_people or self.consent == Consent.NOT_NEEDED:
            return True
        in_time = self.consent_until is None or self.consent_until >= (day or timezone.localdate())
        return self.consent == Consent.GIVEN and in_time

    @property
    def objection(self) -> str:
        """Why readers may not see the picture, in the active language; empty when they may."""
        if self.has_consent():
            return ""
        values = {"title": self.title, "date": self.consent_until}
        if self.consent == Consent.WITHDRAWN:
            return gettext("The picture “%(title)s” shows people who withdrew their consent. Take it out.") % values
        if self.consent == Consent.GIVEN:
            return (
                gettext("The consent for the picture “%(title)s” ended on %(date)s. Ask again or take it out.") % values
            )
        return (
            gettext(
                "The picture “%(title)s” shows people and nobody has noted their consent. "
                "Note it on the picture or choose another one."
            )
            % values
        )
