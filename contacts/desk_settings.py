"""The press desk, as its people enter it."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from . import editing, spoken
from .fields import CodesField, OpeningHoursField, TelephoneField
from .opening import Week


@register_setting(icon="group")
class PressDesk(BaseGenericSetting):
    """The press desk: who answers when nobody else is named."""

    name = models.CharField(
        _("name"), max_length=150, blank=True, help_text=_("The person or the service that answers the telephone.")
    )
    role = models.CharField(
        _("role"),
        max_length=150,
        blank=True,
        help_text=_("As in “communication officer”; readers see it under the name."),
    )
    telephone = TelephoneField(
        _("telephone"), max_length=40, blank=True, help_text=_("The number on every page of the site.")
    )
    second_telephone = TelephoneField(
        _("second telephone"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("Another number that is answered."),
    )
    duty_telephone = TelephoneField(
        _("duty telephone"),
        max_length=40,
        blank=True,
        default="",
        help_text=_("Shown first outside the opening hours. Leave empty when nobody is on duty."),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("The shared address of the desk, read every day."))
    opening = OpeningHoursField(
        _("opening hours"),
        help_text=_("Moroccan time, a line for each day, as in 8:30-17:30; leave closed days empty."),
    )
    hours = models.CharField(
        _("remark on the hours"), max_length=200, blank=True, help_text=_("As in “shorter during Ramadan”.")
    )
    out_of_hours = models.CharField(
        _("when it is closed"),
        max_length=300,
        blank=True,
        help_text=_("What a journalist on deadline should do in the evening: write, call the duty number."),
    )
    languages_spoken = CodesField(
        _("languages spoken"),
        max_length=100,
        blank=True,
        default="",
        offered=spoken.choices,
        help_text=_("Those in which the desk answers the telephone."),
    )

    edit_handler = editing.desk_editor()

    class Meta:
        verbose_name = _("press desk")

    @classmethod
    def load(cls, request_or_site: Any = None) -> Self:
        """Return what is stored: reading a page never writes; the editor, which gives a request, makes the row."""
        if request_or_site is None:
            return cls.base_queryset().first() or cls()
        return super().load(request_or_site)

    @property
    def week(self) -> Week:
        """The opening hours."""
        return OpeningHoursField.week(self.opening)

    def clean(self) -> None:
        """Demand one telephone number: the desk is what the site falls back on."""
        super().clean()
        if not self.telephone:
            raise ValidationError({"telephone": _("The press desk needs a telephone number.")})
