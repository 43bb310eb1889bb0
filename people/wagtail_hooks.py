"""What people see on the admin's home, and the actions of the audit log."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from .audit import ACTIONS
from .dashboard import PANELS
from .guide import guide, picture
from .reminders import ConsentPanel, OldPagesPanel
from .second_factor import second_factor
from .todo import Overview

# Wagtail's own help is for people who build sites, in English, and elsewhere.
FOR_BUILDERS = ("whats-new-in-wagtail", "editor-guide")
MENU_WORDS = {"snippets": _("Lists and texts"), "public-search": _("Site search")}


@hooks.register("register_log_actions")
def account_actions(actions: Any) -> None:
    """Name the actions of people.audit."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)


@hooks.register("construct_homepage_panels")
def what_waits(request: HttpRequest, panels: list[Any]) -> None:
    """Show drafts, approvals and schedules; Wagtail's panel with the buttons of approval stays."""
    if user_has_any_page_permission(request.user):
        panels[:] = [panel for panel in panels if getattr(panel, "name", "") != "user_objects_in_workflow_moderation"]
        panels += [panel() for panel in (Overview, *PANELS, ConsentPanel, OldPagesPanel)]


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Serve the question for the second factor and the guide."""
    return [
        path("second-factor/", second_factor, name="second_factor"),
        path("guide/", guide, name="officers_guide"),
        path("guide/pictures/<str:name>", picture, name="officers_guide_picture"),
    ]


@hooks.register("register_help_menu_item")
def guide_in_help() -> MenuItem:
    """Show the guide for officers first in the help menu."""
    return MenuItem(_("Guide for officers"), reverse("officers_guide"), name="guide", icon_name="help", order=100)


@hooks.register("construct_main_menu")
def words_of_officers(request: HttpRequest, items: list[MenuItem]) -> None:
    """Name two entries after what officers look for there."""
    for item in items:
        item.label = MENU_WORDS.get(item.name, item.label)


@hooks.register("construct_help_menu")
def help_for_officers(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what is about the program and not about this site."""
    items[:] = [item for item in items if not item.name.startswith(FOR_BUILDERS)]


@hooks.register("insert_global_admin_css")
def colours() -> SafeString:
    """Give the admin the colours of the site."""
    return format_html('<link rel="stylesheet" href="{}">', static("people/admin.css"))
