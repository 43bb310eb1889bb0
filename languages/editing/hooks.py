"""Where the editor of several languages meets Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks

from . import views
from .menu import languages_in_menu


@hooks.register("register_admin_urls")
def addresses_of_the_editor() -> list[URLPattern]:
    """The editor's own addresses; Wagtail asks for access to the admin before each."""
    return [
        path("languages/slug/", views.slug, name="languages_slug"),
        path("languages/<int:page_id>/<str:code>/unpublish/", views.unpublish_language, name="languages_unpublish"),
    ]


@hooks.register("construct_page_action_menu")
def name_languages_in_the_action_menu(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Offer every publication by the languages it is about."""
    languages_in_menu(items, context)
