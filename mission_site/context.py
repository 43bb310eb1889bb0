"""What every public template is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from languages import registry
from pages.models import BasePage

LIGHT_PARAMETER = "light"


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the first level of the site: title, address, and whether the reader is there. One query."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    pages = BasePage.objects.published().child_of(site.root_page).filter(show_in_menus=True).order_by("path")
    return [
        {"title": page.title, "url": (url := page.get_url(request)), "is_current": request.path.startswith(url)}
        for page in pages
    ]


def wants_light(request: HttpRequest) -> bool:
    """Whether the reader asked for pages without pictures: by the parameter, or by Save-Data (no cookie)."""
    asked = request.GET.get(LIGHT_PARAMETER)
    return asked == "1" if asked in {"0", "1"} else request.headers.get("Save-Data", "").lower() == "on"


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the values of the page frame, each fetched only when a template asks for it."""
    if request.path.startswith("/admin/"):
        return {}
    from contacts.desk import press_desk

    from pages.models import OrganisationSettings

    language = registry.language(registry.current())
    return {
        "language": language,
        "site_menu": SimpleLazyObject(lambda: menu(request)),
        "organisation": SimpleLazyObject(OrganisationSettings.load),
        "desk": SimpleLazyObject(press_desk),
        "light": wants_light(request),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }
