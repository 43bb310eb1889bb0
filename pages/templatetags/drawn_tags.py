"""The tag that draws a component once for the same values."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from ..drawn import draw

register = template.Library()


@register.simple_tag(takes_context=True)
def drawn(context: template.Context, name: str, **values: Any) -> SafeString:
    """Return a component as `include … with … only` draws it, from memory where it was drawn for the same values."""
    return draw(context, name, values)
