"""What the admin's pages ask about cards."""

from typing import Any

from django import template

from .. import usage
from ..models import ContactPage

register = template.Library()


@register.simple_tag
def contact_places(page: Any, user: Any) -> Any:
    """Return links to where a card stands, as safe HTML; empty for a card in no use and for other pages."""
    places = usage.places(page) if isinstance(page, ContactPage) else []
    return usage.links(places, user) if places else ""
