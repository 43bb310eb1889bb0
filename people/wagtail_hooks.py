"""What people see on the admin's home, and the actions of the audit log."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission

from .audit import ACTIONS
from .dashboard import PANELS
from .second_factor import second_factor


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
        panels += [panel() for panel in PANELS]


@hooks.register("register_admin_urls")
def question_for_the_code() -> list[URLPattern]:
    """Serve the question for the second factor."""
    return [path("second-factor/", second_factor, name="second_factor")]
