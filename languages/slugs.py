"""Slugs: suggested from titles, free among the neighbours in every language."""

import re
from typing import Any

from anyascii import anyascii
from django.db.models import Q
from django.utils.text import slugify

from . import paths, registry, reserved

APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u2032`´]")
MAX_LENGTH = 100


def suggest(title: str) -> str:
    """Return the slug for a title in any script; empty when the title has no letter or digit."""
    slug = slugify(anyascii(APOSTROPHES.sub(" ", title)))
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rsplit("-", 1)[0]
    return slug[:MAX_LENGTH].strip("-")


def column(code: str) -> str:
    """Return the name of the column with the slug of a language (Wagtail's own for the default one)."""
    return paths.slug_name(code)


def is_taken(page: Any, code: str, slug: str, parent: Any | None = None) -> bool:
    """Whether a neighbour of a page answers to a slug in a language: by its own slug there, or by the default one.

    `parent`: of a page that stands below none yet.
    """
    parent = parent or page.get_parent()
    if parent is None or parent.depth < paths.SITE_ROOT_DEPTH:
        return False
    own = column(code)
    taken = Q(**{own: slug})
    if code == registry.default():
        for other in registry.others():
            if not getattr(page, column(other)):
                taken |= Q(**{column(other): slug}) | Q(**{column(other): "", "slug": slug})
    else:
        taken |= Q(**{own: "", "slug": slug})
    return page.base_page_model.objects.child_of(parent).exclude(pk=page.pk).filter(taken).exists()


def free(page: Any, code: str, slug: str, parent: Any | None = None) -> str:
    """Return the slug, with a number when it is taken in a language or the address leads elsewhere; empty as it is."""
    candidate, number = slug, 1
    parent = parent or page.get_parent()
    while slug and (is_taken(page, code, candidate, parent) or reserved.reason(parent, code, candidate)):
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def first_for(page: Any, code: str) -> str:
    """Return the slug of a language at its first publication: from its title, else that of the default language."""
    if page.depth is None or page.depth <= paths.SITE_ROOT_DEPTH:
        return ""
    suggestion = suggest(getattr(page, registry.field("title", code)) or "")
    return free(page, code, suggestion) if suggestion else page.slug


def free_all(page: Any) -> None:
    """Give a copy addresses of its own in the languages that Wagtail's copy form does not ask about."""
    for code in registry.others():
        slug = getattr(page, column(code))
        if slug:
            setattr(page, column(code), free(page, code, slug))
