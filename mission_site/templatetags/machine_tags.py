"""What a page says to machines: JSON-LD and Open Graph."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from ..open_graph import properties_of
from ..sharing import share_picture_url
from ..structured import as_json, graph_of

register = template.Library()


@register.simple_tag(takes_context=True)
def structured_data(context: template.Context, frame: Any) -> SafeString:
    """Return the page's JSON-LD, escaped so that no text can leave its element."""
    graph = graph_of(context.get("page"), frame, context.get("organisation"), context.get("desk"), context.get("found"))
    return mark_safe(as_json(graph)) if graph else SafeString("")  # noqa: S308 escaped by as_json


@register.simple_tag
def share_properties(page: Any, frame: Any) -> list[tuple[str, str]]:
    """Return the Open Graph properties of a page beyond its title: type, times, languages, words for the picture."""
    return properties_of(page, frame)


@register.simple_tag
def share_picture(page: Any) -> str:
    """Return the address of the picture that stands beside a shared link."""
    return share_picture_url(page)
