"""Addresses that are no page types: search, and what leads nowhere."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils import translation

NOTHING = "zzxqv"


def search_address(code: str, **query: str) -> str:
    """Return the address of the search page in a language, with this query."""
    with translation.override(code):
        return f"{reverse('search')}?{urlencode(query)}"


def nowhere(code: str) -> str:
    """Return an address that leads nowhere."""
    return f"/{code}/nothing-here/"
