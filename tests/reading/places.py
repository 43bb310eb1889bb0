"""Addresses that readers go to: search, what leads nowhere, the newest page of each type in the demo."""

import json
from collections.abc import Iterable
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import get_page_models

from languages import registry
from pages.models import BasePage
from tests.servers.site import Site

PAGE_TYPES = [model.__name__ for model in get_page_models() if model is not BasePage]
EVERY_LANGUAGE = pytest.mark.parametrize("code", registry.codes())
NOTHING = "zzxqv"
# Pages with a picture first: they weigh most.
FIND = """
import json
from wagtail.models import get_page_models
found = {{}}
for model in get_page_models():
    if model.__name__ in {names!r}:
        pages = [page for page in model.objects.live() if page.is_published_in({code!r})]
        pages.sort(key=lambda page: (not getattr(page, "listing_picture_id", None), page.pk))
        found[model.__name__] = pages[0].url_in({code!r})
print("FOUND" + json.dumps(found))
"""


def search_address(code: str, **query: str) -> str:
    """Return the address of the search page in a language, with this query."""
    with translation.override(code):
        return f"{reverse('search')}?{urlencode(query)}"


def nowhere(code: str) -> str:
    """Return an address that leads nowhere."""
    return f"/{code}/nothing-here/"


def first_paths(site: Site, names: Iterable[str], code: str) -> dict[str, str]:
    """Return by name of the page type the path of one public page of the site, one with a picture if there is."""
    said = site.manage("shell", "--no-imports", "-c", FIND.format(names=list(names), code=code))
    return json.loads(said.partition("FOUND")[2])
