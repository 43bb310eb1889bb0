"""Registers contact cards and the press desk for translation."""

import pages.translation  # noqa: F401 the base page must be registered before its descendants
from languages.options import register

from .models import ContactIndexPage, ContactPage, PressDesk, Telephone

register(ContactIndexPage, "lead", "body")
register(ContactPage, "lead", "body", "office", "hours")
register(Telephone, "label")
register(PressDesk, "role", "hours", "out_of_hours")
