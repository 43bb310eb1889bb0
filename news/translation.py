"""Registers news for translation."""

import pages.translation  # noqa: F401 the base page must be registered before its descendants
from languages.options import register

from .models import NewsIndexPage, NewsPage

register(NewsIndexPage, "lead", "body")
register(NewsPage, "lead", "body", "place", "notes_to_editors", "boilerplate")
