"""How days are typed in the admin: day first, and what was typed stays until the server has judged it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.telepath import register
from wagtail.admin.widgets.datetime import (
    AdminDateInput,
    AdminDateInputAdapter,
    AdminDateTimeInput,
    AdminDateTimeInputAdapter,
)

# Day first in both languages of the mission; the year first as machines write it.
DAY_FORMATS = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y", "%d %m %Y"]
MOMENT_FORMATS = [f"{day} {hour}" for day in DAY_FORMATS for hour in ("%H:%M", "%Hh%M", "%H:%M:%S")]


class DayInput(AdminDateInput):
    """Wagtail's date picker, which does not put today's date in place of a text it cannot read."""

    def __init__(self, attrs: dict[str, Any] | None = None, format: str | None = None) -> None:  # noqa: A002 theirs
        super().__init__({"placeholder": _("dd/mm/yyyy"), **(attrs or {})}, format or DAY_FORMATS[0])

    def get_config(self) -> dict[str, Any]:
        """The picker's options."""
        return {**super().get_config(), "validateOnBlur": False}


class MomentInput(AdminDateTimeInput):
    """The same for a day with an hour."""

    def __init__(self, attrs: dict[str, Any] | None = None, format: str | None = None, **options: Any) -> None:  # noqa: A002 theirs
        super().__init__(
            {"placeholder": _("dd/mm/yyyy hh:mm"), **(attrs or {})}, format or MOMENT_FORMATS[0], **options
        )

    def get_config(self) -> dict[str, Any]:
        """The picker's options."""
        return {**super().get_config(), "validateOnBlur": False}


class DayBlock(blocks.DateBlock):
    """A day inside a block, typed like any other day."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"input_formats": DAY_FORMATS, **options})

    @property
    def field(self) -> Any:
        """The form's field of the block."""
        field = super().field
        if not isinstance(field.widget, DayInput):
            field.widget = DayInput()
        return field

    class Meta:
        icon = "date"


UNREADABLE_DAY = _("Write the day as dd/mm/yyyy, for example 05/03/2026.")


def type_day_first(field: Any) -> None:
    """Let the date field of a form that Wagtail makes in a way of its own be typed like every other."""
    field.input_formats, field.widget = DAY_FORMATS, DayInput()
    field.error_messages["invalid"] = UNREADABLE_DAY


def register_day_inputs() -> None:
    """Let every form of the admin type days and moments this way."""
    register(AdminDateInputAdapter(), DayInput)
    register(AdminDateTimeInputAdapter(), MomentInput)
    days = {"widget": DayInput, "input_formats": DAY_FORMATS, "error_messages": {"invalid": UNREADABLE_DAY}}
    unreadable = _("Write the day and the hour as dd/mm/yyyy hh:mm, for example 05/03/2026 09:30.")
    moments = {"widget": MomentInput, "input_formats": MOMENT_FORMATS, "error_messages": {"invalid": unreadable}}
    register_form_field_override(models.DateField, override=days)
    register_form_field_override(models.DateTimeField, override=moments)
