"""Slugs of the form: free below a parent that the page may not have yet, and never an address of the site itself."""

from typing import Any

from django.db.models import Q

from languages import paths, registry, reserved, slugs


def is_taken(slug: str, code: str, parent: Any, page: Any) -> bool:
    """Whether another page below `parent` already answers to the slug in a language."""
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
    """Return why no page may have this slug below `parent`, as a sentence for the form; empty when it may.

    Asked for every language: a page without a slug of its own in a language answers to another's.
    """
    return next((why for code in registry.codes() if (why := reserved.reason(parent, code, slug))), "")


def suggest(title: str, code: str, parent: Any, page: Any = None) -> str:
    """Return a slug for a title that is free below `parent` in a language; empty when the title gives none."""
    base = slugs.suggest(title)
    candidate, number = base, 1
    while candidate and (is_taken(candidate, code, parent, page) or reserved_reason(candidate, parent)):
        number += 1
        candidate = f"{base}-{number}"
    return candidate
