"""Columns of a card that hold more than a text: several codes, a telephone number, the hours of a week."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from . import telephones
from .opening import Week, parse_week
from .opening_form import WeekFormField


class _Converted(DeferredAttribute):
    """Turns what is assigned into the field's own type, whoever assigns it."""

    field: Any

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        return super().__get__(instance, cls) if instance is not None else self

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.as_assigned(value)


class CodesField(models.CharField):
    """Some of a list of codes, kept as `,ar,fr,` so that `__contains="ar"` finds whole codes only.

    The attribute is a tuple of codes; a text with commas may be assigned. `offered` gives (code, name) pairs.
    """

    descriptor_class = _Converted

    def __init__(self, *args: Any, offered: Any = None, **kwargs: Any) -> None:
        self.offered = offered
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave out what is offered: it is no part of the column."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("offered", None)
        return name, path, args, kwargs

    def as_assigned(self, value: Any) -> Any:
        """Return a tuple of codes without repetition, expressions for the database unchanged."""
        if hasattr(value, "resolve_expression"):
            return value
        parts = value.split(",") if isinstance(value, str) else list(value or ())
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    to_python = as_assigned

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> tuple[str, ...]:
        """Return the tuple that is stored."""
        return self.as_assigned(value or "")

    def get_prep_value(self, value: Any) -> str:
        """Return what is stored: codes between commas, nothing for none."""
        codes = self.as_assigned(value)
        return f",{','.join(codes)}," if codes else ""

    def value_to_string(self, obj: Any) -> str:
        """Return the text that `loaddata` and comparisons take."""
        codes: Any = self.value_from_object(obj)
        return ",".join(codes)

    def run_validators(self, value: Any) -> None:
        """Check the length of what is stored."""
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs: Any) -> Any:
        """Return tick boxes."""
        return forms.MultipleChoiceField(
            choices=self.offered,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class TelephoneField(models.CharField):
    """A telephone number, typed in any spelling and kept in E.164."""

    descriptor_class = _Converted

    def as_assigned(self, value: Any) -> Any:
        """Return E.164 where the text is a possible number, else the text as it is (validation refuses it)."""
        if not isinstance(value, str) or not value.strip():
            return value
        try:
            return telephones.parse(value)
        except ValidationError:
            return value

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse what cannot be a number."""
        super().validate(value, model_instance)
        if value:
            telephones.parse(value)

    def clean(self, value: Any, model_instance: Any) -> Any:
        """Return the number in E.164."""
        return self.as_assigned(super().clean(value, model_instance))


class OpeningHoursField(models.CharField):
    """The opening hours of a week as `Mo-Fr 08:30-17:30` (see contacts.opening); edited day by day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 300, "blank": True, "default": "", **kwargs})

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse hours that cannot be read."""
        super().validate(value, model_instance)
        parse_week(value)

    def formfield(self, **kwargs: Any) -> Any:
        """Return one line for each day."""
        return WeekFormField(required=False, label=self.verbose_name, help_text=self.help_text)

    @staticmethod
    def week(value: str) -> Week:
        """Return the week of a stored value; hours that cannot be read count as not known."""
        try:
            return parse_week(value)
        except ValidationError:
            return Week()
