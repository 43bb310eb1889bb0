"""Registers the pages for translation."""

from languages.options import register

from .models import BasePage

register(BasePage, "title", "seo_title", "search_description")
