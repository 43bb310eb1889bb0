"""Registers the pages, the organisation and boilerplates for translation."""

from languages.options import register

from .models import BasePage, Boilerplate, OrganisationSettings

register(BasePage, "title", "seo_title", "search_description")
register(Boilerplate, "text")
register(OrganisationSettings, "name", "full_name", "tagline", "address", "notes_to_editors")
