"""The editors' side of news: related news proposed for a page."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from .models import NewsPage
from .related_views import propose


@hooks.register("register_admin_urls")
def address_of_proposals() -> list[URLPattern]:
    """Wagtail asks for access to the admin before it."""
    return [path("news/<int:page_id>/related/", propose, name="news_related")]


@hooks.register("register_page_header_buttons")
def offer_related_news(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the proposals in the menu of a news page to who may edit it."""
    if isinstance(page.specific_deferred, NewsPage) and page.permissions_for_user(user).can_edit():
        yield Button(_("Related news"), reverse("news_related", args=[page.pk]), icon_name="link", priority=25)
