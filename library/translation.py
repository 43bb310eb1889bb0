"""Registers pictures and documents for translation."""

from languages.options import register

from .models import SiteDocument, SitePicture

register(SitePicture, "title", "alt_text", "caption")
register(SiteDocument, "title")
