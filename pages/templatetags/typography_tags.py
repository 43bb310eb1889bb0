"""The typography filter: sets punctuation apart in the languages that want it, holds numbers together in all."""

from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from languages import registry
from languages.borrowed import language_of

from ..typesetting import set_html

register = template.Library()


@register.filter
def typography(value: Any, code: str = "") -> SafeString:
    """Return text or HTML with the spaces of its language (the active one by default); plain text is escaped.

    `{{ page.title|typography }}`, `{{ block.value|typography }}`; doing it twice changes nothing. A text lent by
    another language is wrapped in an element that names it, unless `code` is given: then the place names it.
    """
    lender = "" if code else language_of(value)
    code = code or lender
    escaped = str(conditional_escape("" if value is None else value))
    language = registry.language(code) if code in registry.codes() else registry.language(registry.current())
    html = set_html(escaped, language.code)
    if lender:
        return format_html(
            '<span lang="{}" dir="{}">{}</span>',
            lender,
            language.direction,
            mark_safe(html),  # noqa: S308 as below
        )
    return mark_safe(html)  # noqa: S308 escaped above, only spaces and apostrophes change
