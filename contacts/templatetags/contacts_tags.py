"""What the admin's pages ask about cards."""

from collections.abc import Iterable
from typing import Any

from django import template

from .. import usage

register = template.Library()


@register.simple_tag
def contact_places(pages: Any, user: Any, below: bool = True) -> list[dict[str, Any]]:
    """Return a row (card, places as links) for each card in use among a page or pages and what is below them."""
    pages = pages if isinstance(pages, list | tuple) else [pages]
    return usage.rows(usage.cards_below(pages) if below else [page for page in pages if usage.is_card(page)], user)


@register.filter
def chosen_pages(items: Iterable[dict[str, Any]]) -> list[Any]:
    """Return the pages of the rows of a bulk action."""
    return [item["item"] for item in items]
