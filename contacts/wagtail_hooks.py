"""What the admin says about cards: doubtful numbers, and where a card stands before it goes."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from . import telephones, usage
from .dashboard import VerifyPanel
from .models import ContactIndexPage, ContactPage
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


def refused(request: HttpRequest, pages: Iterable[Any]) -> bool:
    """Tell for each card that is in use where it stands; whether there was any."""
    in_use = [(card, places) for card in usage.cards_below(pages) if (places := usage.places(card))]
    text = _("The card “{card}” cannot be deleted, for it stands on: {places}. Choose another contact there first.")
    for card, places in in_use:
        links = usage.links(places, request.user)
        messages.error(request, format_html(text, card=card.get_admin_display_title(), places=links))
    return bool(in_use)


@hooks.register("before_delete_page")
def keep_cards_in_use(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Do not delete a card, or a branch with cards, while other pages name it."""
    if isinstance(page, ContactPage | ContactIndexPage) or page.get_descendants().type(ContactPage).exists():
        if refused(request, [page]):
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


@hooks.register("before_bulk_action")
def keep_cards_in_use_together(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for the actions on several pages."""
    pages = [page for page in objects if hasattr(page, "public_languages")]
    if action_type == "delete" and request.method == "POST" and pages and refused(request, pages):
        return redirect("wagtailadmin_explore_root")
    if action_type == "unpublish" and request.method == "POST":
        for card in (page.specific for page in pages):
            say_after_unpublishing(request, card)
    return None


def say_after_unpublishing(request: HttpRequest, card: Any) -> None:
    """Say which pages show the press desk from now on."""
    places = usage.places(card) if isinstance(card, ContactPage) else []
    if places:
        text = _("The card “{card}” stood on: {places}. They show the press desk now.")
        links = usage.links(places, request.user)
        messages.warning(request, format_html(text, card=card.get_admin_display_title(), places=links))


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
