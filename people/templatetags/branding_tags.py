"""The site's own name in the admin, in place of the program's."""

from django import template
from django.conf import settings

from pages.models import OrganisationSettings

register = template.Library()


@register.simple_tag
def organisation_name() -> str:
    """Return the name of the organisation in the active language, or else the configured one. One query."""
    return OrganisationSettings.load().name or settings.WAGTAIL_SITE_NAME


@register.simple_tag
def configured_name() -> str:
    """Return the name that stands in the title of every page of the admin; asks the database nothing."""
    return settings.WAGTAIL_SITE_NAME
