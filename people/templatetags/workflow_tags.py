"""What a mail about a submission says of it: which languages, and from whom."""

from typing import Any

from django import template
from django.utils.text import Truncator

from languages.publishing.choice import chosen
from languages.publishing.history import names_of

register = template.Library()

LONGEST_TITLE = 50  # characters of a title in a subject line


@register.simple_tag
def submitted_languages(page: Any) -> str:
    """Return the names of the languages that the approval of the page's latest draft makes public."""
    return names_of(list(chosen(page.get_latest_revision_as_object())))


@register.simple_tag
def submitted_by(page: Any) -> str:
    """Return who asked for the approval: first and family name, else the user name; empty when nobody did."""
    state = page.current_workflow_state
    person = state.requested_by if state else None
    return (person.get_full_name() or person.get_username()) if person else ""


@register.filter
def short_title(text: str) -> str:
    """Return a title that leaves room in a subject line for what happened."""
    return Truncator(text).chars(LONGEST_TITLE)
