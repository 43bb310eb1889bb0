"""Slugs: suggested from titles, free among the neighbours in every language."""

import re
import unicodedata
from typing import Any

from anyascii import anyascii
from django.db.models import Q
from django.utils.text import slugify

from . import paths, registry, reserved

APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u2032`´]")
# "n° 5", "Nº5" and "№ 5" are one word for number, whichever sign the keyboard had.
NUMERO = re.compile(r"\b([nN])\s*[°º˚ᵒ]")
# What divides words or digits although nothing blank is beside it: "2021/2022", "2,5", "suite…fin".
DIVIDERS = re.compile(r"[/\\|+:;·•…–—_]|(?<=\d)[.,](?=\d)")
CURRENCIES = {"$": "USD"}
MAX_LENGTH = 100


def suggest(title: str) -> str:
    """Return the slug for a title in any script; empty when the title has no letter or digit."""
    text = DIVIDERS.sub(" ", NUMERO.sub(r"\1o", APOSTROPHES.sub(" ", title)))
    # Signs that are letters or digits in another shape: ligatures, raised letters and figures, fractions.
    text = unicodedata.normalize("NFKC", text)
    slug = slugify("".join(_in_letters(sign) for sign in text))
    if len(slug) > MAX_LENGTH:
        slug = slug[: MAX_LENGTH + 1].rsplit("-", 1)[0]
    return slug[:MAX_LENGTH].strip("-")


def _in_letters(sign: str) -> str:
    """Return a character as plain letters; a currency as its name; nothing for a sign that is no word (°, ©, →)."""
    kind = unicodedata.category(sign)
    if kind == "Sc":
        return f" {CURRENCIES.get(sign) or anyascii(sign)} "
    return " " if kind in ("So", "Sm", "Sk") else anyascii(sign)


def column(code: str) -> str:
    """Return the name of the column with the slug of a language (Wagtail's own for the default one)."""
    return paths.slug_name(code)


def is_taken(page: Any, code: str, slug: str, parent: Any | None = None) -> bool:
    """Whether a neighbour of a page answers to a slug in a language; see `taken_by`."""
    return taken_by(page, code, slug, parent) is not None


def taken_by(page: Any, code: str, slug: str, parent: Any | None = None) -> Any | None:
    """Return the neighbour that answers to a slug in a language: by its own slug there, or by the default one.

    `parent`: of a page that stands below none yet. Nobody answers to no slug.
    """
    parent = parent or page.get_parent()
    if not slug or parent is None or parent.depth < paths.SITE_ROOT_DEPTH:
        return None
    own = column(code)
    taken = Q(**{own: slug})
    if code == registry.default():
        for other in registry.others():
            if not getattr(page, column(other)):
                taken |= Q(**{column(other): slug}) | Q(**{column(other): "", "slug": slug})
    else:
        taken |= Q(**{own: "", "slug": slug})
    return page.base_page_model.objects.child_of(parent).exclude(pk=page.pk).filter(taken).first()


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
