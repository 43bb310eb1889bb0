"""Filters for dates and numbers in the reader's language."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils import timezone

from .. import formats

register = template.Library()


@register.filter
def number(value: Any) -> str:
    """Return a number with the separators of the active language; nothing for what is no number."""
    try:
        return formats.format_number(value)
    except (ArithmeticError, TypeError, ValueError):
        return ""


@register.filter
def day(value: date | datetime | None, precision: str = "day") -> str:
    """Return a date or moment as a date in the active language: `{{ page.end|day:page.end_precision }}`."""
    if value is None or not isinstance(value, date):
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return formats.format_day(value, precision)


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the active one."""
    return formats.language_name(code or "")
