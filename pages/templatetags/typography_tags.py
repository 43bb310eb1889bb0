"""The typography filter: sets punctuation apart in the languages that want it."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from languages import registry

from ..typography import spaced_html

register = template.Library()


@register.filter
def typography(value: Any, code: str = "") -> SafeString:
    """Return text or HTML with the spaces of its language (the active one by default); plain text is escaped.

    `{{ page.title|typography }}`, `{{ block.value|typography }}`; doing it twice changes nothing.
    """
    escaped = conditional_escape("" if value is None else value)
    language = registry.language(code) if code in registry.codes() else registry.language(registry.current())
    if not language.has_spaced_punctuation:
        return escaped
    return mark_safe(spaced_html(str(escaped)))  # noqa: S308 escaped above, only spaces and apostrophes change
