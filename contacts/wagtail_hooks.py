"""What the admin says about cards: doubtful numbers, those to verify, and (leaving.py) where one stands."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from . import leaving as _leaving  # noqa: F401 registers its hooks
from . import succession as _succession  # noqa: F401 likewise
from . import telephones
from .dashboard import VerifyPanel
from .models import ContactPage
from .report import ContactsToVerify


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_doubtful_numbers(request: HttpRequest, page: Any) -> None:
    """Say which numbers no network has; they are kept, for the officer may know better."""
    if not isinstance(page, ContactPage) or request.headers.get("accept", "").startswith("application/json"):
        return
    for row in page.telephones.all():
        if row.number and not telephones.is_valid(row.number):
            text = _("No network is known to have the number %(number)s. It was kept: please call it once to be sure.")
            messages.warning(request, text % {"number": telephones.at_home(row.number)})


class VerifyMenuItem(MenuItem):
    """The report, for those who may edit cards."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the directory is theirs to keep."""
        return ContactsToVerify.is_open_to(request.user)


@hooks.register("register_reports_menu_item")
def contacts_to_verify_item() -> MenuItem:
    """List the report among the others."""
    label = gettext_lazy("Contacts to verify")
    return VerifyMenuItem(label, reverse("contacts_to_verify"), name="contacts-to-verify", icon_name="group", order=100)


@hooks.register("construct_homepage_panels")
def cards_to_verify(request: HttpRequest, panels: list[Any]) -> None:
    """Show on the admin's home which cards should be checked."""
    if ContactsToVerify.is_open_to(request.user):
        panels.append(VerifyPanel())


@hooks.register("register_admin_urls")
def report_addresses() -> list[Any]:
    """Serve the report."""
    view = ContactsToVerify.as_view()
    results = ContactsToVerify.as_view(results_only=True)
    return [
        path("reports/contacts-to-verify/", view, name="contacts_to_verify"),
        path("reports/contacts-to-verify/results/", results, name="contacts_to_verify_results"),
    ]


@hooks.register("insert_global_admin_css")
def week_style() -> str:
    """Lay the lines of opening hours out."""
    from django.templatetags.static import static

    return format_html('<link rel="stylesheet" href="{}">', static("contacts/admin.css"))
