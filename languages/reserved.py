"""Slugs that no page may have: another address of the site, or of the parent page itself, would hide it."""

from typing import Any

from django.urls import Resolver404, resolve
from django.urls.resolvers import RegexPattern, RoutePattern
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from . import paths, registry

PAGE_VIEW = "wagtail_serve"


def reason(parent: Any | None, code: str, slug: str) -> str:
    """Return why no page below `parent` may have a slug in a language, as a sentence; empty when it may.

    Asked for every language, that one first: a page without a slug of its own in a language answers to another's.
    """
    if parent is None or parent.depth < paths.SITE_ROOT_DEPTH or not slug:
        return ""
    for one in sorted(registry.codes(), key=lambda one: one != code):
        address = _address(parent, one, slug)
        if address and _leads_elsewhere(address, one):
            text = _("“%(slug)s” is an address of the site itself (%(address)s): choose another word.")
            return text % {"slug": slug, "address": address}
    if _is_sub_path(parent, slug):
        text = _("“%(slug)s” is an address of the page “%(parent)s” itself: choose another word.")
        return text % {"slug": slug, "parent": parent.get_admin_display_title()}
    return ""


def _address(parent: Any, code: str, slug: str) -> str | None:
    """Return the address that a page would have; None where no site shows its parent."""
    url = parent.url_in(code)
    return f"{url.rstrip('/')}/{slug}/" if url else None


def _leads_elsewhere(address: str, code: str) -> bool:
    with registry.active(code):
        for path in (address, f"{address}x/"):
            try:
                if resolve(path).url_name != PAGE_VIEW:
                    return True
            except Resolver404:
                continue
    return False


def _is_sub_path(parent: Any, slug: str) -> bool:
    model = parent.specific_class
    if model is None or not issubclass(model, RoutablePageMixin):
        return False
    return any(_first_part_matches(route.pattern, f"{slug}/") for route in model.get_subpage_urls())


def _first_part_matches(pattern: RoutePattern | RegexPattern, path: str) -> bool:
    """Whether the first part of a route is the slug: a page there would hide what lies below the route too."""
    if isinstance(pattern, RoutePattern):
        first = str(pattern._route).partition("/")[0]  # type: ignore[attr-defined]  # private in Django
        return bool(first and RoutePattern(f"{first}/", is_endpoint=True).match(path))
    regex = str(pattern._regex)  # type: ignore[attr-defined]  # private in Django
    first = regex.lstrip("^").partition("/")[0].rstrip("$")
    return bool(first and RegexPattern(f"^{first}/?$", is_endpoint=True).match(path))
