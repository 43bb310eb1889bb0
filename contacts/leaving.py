"""Before a card goes: where it stands is said on every screen that takes it from the readers."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from pages import editor_links
from pages.formats import format_day

from . import tenure, usage
from .models import ContactIndexPage, ContactPage


def refused(request: HttpRequest, pages: Iterable[Any]) -> bool:
    """Tell for each card that is in use where it stands; whether there was any."""
    in_use = [(card, places) for card in usage.cards_below(pages) if (places := usage.places(card))]
    text = _("The card “{card}” cannot be deleted, for it stands on: {places}. Choose another contact there first.")
    for card, places in in_use:
        links = editor_links.links(places, request.user)
        messages.error(request, format_html(text, card=card.get_admin_display_title(), places=links))
    return bool(in_use)


def _holds_cards(page: Any) -> bool:
    return isinstance(page, ContactPage | ContactIndexPage) or page.get_descendants().type(ContactPage).exists()


@hooks.register("before_delete_page")
def keep_cards_in_use(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Do not delete a card, or a branch with cards, while other pages name it; say which subjects lose one."""
    if not _holds_cards(page):
        return None
    if refused(request, [page]):
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    for card in usage.cards_below([page]) if request.method == "GET" else ():
        if subjects := usage.subjects(card):
            text = _("The card “{card}” stands on the pages of what it covers: {places}. They lose it.")
            links = editor_links.links(subjects, request.user)
            messages.warning(request, format_html(text, card=card.get_admin_display_title(), places=links))
    return None


@hooks.register("before_bulk_action")
def keep_cards_in_use_together(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> HttpResponse | None:
    """The same for the actions on several pages."""
    pages = [page for page in objects if hasattr(page, "public_languages")]
    if action_type == "delete" and request.method == "POST" and pages and refused(request, pages):
        return redirect("wagtailadmin_explore_root")
    return None


class _DeleteUnlessInUse(DeletePageAPIAction):
    def execute(self, instance: Any, data: Any) -> Any:
        cards = usage.cards_below([instance]) if _holds_cards(instance.specific) else []
        if any(usage.places(card) for card in cards):
            raise ValidationError(
                _("A card in use cannot be deleted: the delete screen of the admin says where it stands.")
            )
        return super().execute(instance, data)


class GuardedPages(PagesAdminAPIViewSet):
    """The admin's own page API, which deletes without asking the hooks of the delete screen."""

    actions = {**PagesAdminAPIViewSet.actions, "delete": _DeleteUnlessInUse}  # noqa: RUF012 Wagtail's own shape


@hooks.register("construct_admin_api")
def guard_the_api(router: Any) -> None:
    """Answer 400 to the deletion of a card in use."""
    router.register_endpoint("pages", GuardedPages)


@hooks.register("after_edit_page")
def tell_what_an_end_means(request: HttpRequest, page: Any) -> None:
    """Say where the press desk will answer once the role is vacant or the card expires."""
    if not isinstance(page, ContactPage) or request.headers.get("accept", "").startswith("application/json"):
        return
    vacant_from = tenure.vacant_from(list(page.holders.all()))
    expires = page.expire_at.date() if page.expire_at else None
    ends = [day for day in (vacant_from, expires) if day is not None]
    places = usage.everywhere(page) if ends else []
    if places:
        text = _("From {date} nobody answers on this card. It stands on: {places}. They show the press desk then.")
        day = max(min(ends), tenure.today())
        links = editor_links.links(places, request.user)
        messages.warning(request, format_html(text, date=format_day(day), places=links))
