"""Contact pages as cards, for the templates of this room and those above it."""

from collections.abc import Iterable
from typing import Any

from django import template

from ..cards import Card, cards_of

register = template.Library()


@register.simple_tag
def contact_cards(pages: Iterable[Any] | None) -> list[Card]:
    """Return the cards of contact pages in their order: `{% contact_cards contacts as cards %}`."""
    return cards_of(pages) if pages else []
