"""Slugs of the form: suggested from the title, free among siblings, and never an address of the site itself."""

from typing import Any

from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from languages import paths, registry, slugs

# Addresses of the site that answer before any page; the words stay reserved where the view is not installed.
ALWAYS_RESERVED = frozenset({"admin", "documents", "media", "recherche", "search", "static"})
PAGE_VIEWS = frozenset({"wagtail_serve", "wagtail_serve_with_locale"})


def is_taken(slug: str, code: str, parent: Any, page: Any) -> bool:
    """Whether a sibling already answers to the slug in a language."""
    if parent is None:
        return False
    name = paths.slug_name(code)
    taken = Q(**{name: slug})
    if code != registry.default():
        taken |= Q(**{name: "", "slug": slug})
    siblings = parent.get_children()
    if page is not None and page.pk:
        siblings = siblings.exclude(pk=page.pk)
    return bool(siblings.filter(taken).exists())


def reserved_reason(slug: str, parent: Any) -> str:
    """Return why no page may have this slug below `parent`, as a sentence for the form; empty when it may."""
    if parent is None:
        return ""
    if parent.depth <= paths.SITE_ROOT_DEPTH:
        for code in registry.codes():
            if slug in ALWAYS_RESERVED or _answers(f"/{code}/{slug}/", code):
                text = _("“%(slug)s” is an address of the site itself (/%(code)s/%(slug)s/): choose another word.")
                return text % {"slug": slug, "code": code}
    if isinstance(parent, RoutablePageMixin) and _is_subpath(parent, slug):
        text = _("“%(slug)s” is an address of the page “%(parent)s” itself: choose another word.")
        return text % {"slug": slug, "parent": parent.get_admin_display_title()}
    return ""


def _answers(path: str, code: str) -> bool:
    with registry.active(code):
        for address in (path, f"{path}x/"):
            try:
                if resolve(address).url_name not in PAGE_VIEWS:
                    return True
            except Resolver404:
                continue
    return False


def _is_subpath(parent: Any, slug: str) -> bool:
    try:
        parent.resolve_subpage(f"/{slug}/")
    except Resolver404:
        return False
    return True


def suggest(title: str, code: str, parent: Any, page: Any = None) -> str:
    """Return a slug for a title that is free below `parent` in a language; empty when the title gives none."""
    base = slugs.suggest(title)
    candidate, number = base, 1
    while candidate and (is_taken(candidate, code, parent, page) or reserved_reason(candidate, parent)):
        number += 1
        candidate = f"{base}-{number}"
    return candidate
