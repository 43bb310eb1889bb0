"""What the templates of news show beside the text, as components take it."""

from collections.abc import Iterable
from typing import Any

from django import template

from library.presentation import document_values

from .. import rows

register = template.Library()
Values = dict[str, Any]
register.simple_tag(rows.public_programmes)


@register.simple_tag
def document_items(documents: Iterable[Any] | None) -> list[Values]:
    """Return documents as components/attachments.html takes them."""
    return [document_values(document) for document in documents or ()]


@register.simple_tag
def name_items(things: Iterable[Any] | None) -> list[Values]:
    """Return regions, donors or partners as components/facts.html takes them."""
    return [{"title": str(thing), "url": getattr(thing, "website", "")} for thing in things or ()]
