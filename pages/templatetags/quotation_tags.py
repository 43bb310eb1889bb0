"""The filter for words that will stand in quotation marks."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from ..quotations import inner_quotes
from .typography_tags import typography

register = template.Library()


@register.filter
def quoted(value: Any) -> SafeString:
    """Return words that will stand in quotation marks like `typography`, with the language's inner marks in them."""
    opening, _dots, closing = _("\u2018…\u2019").partition("…")
    return mark_safe(inner_quotes(str(typography(value)), (opening, closing)))  # noqa: S308 escaped by typography
