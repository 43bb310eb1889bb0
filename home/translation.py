"""Registers the front page and plain pages for translation."""

import pages.translation  # noqa: F401 the base page must be registered before its descendants
from languages.options import register

from .models import HomeFigure, HomePage, StandardPage

register(HomePage, "lead", "body")
register(HomeFigure, "unit", "label", "source")
register(StandardPage, "lead", "body")
