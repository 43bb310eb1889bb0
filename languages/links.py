"""Links to the same page in other languages, for readers and for machines."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse, translate_url

from . import registry


@dataclass(frozen=True)
class LanguageLink:
    """A language, and where it leads: to the same page when it `exists` there, else to the nearest that does."""

    code: str
    name: str
    direction: str
    url: str
    is_current: bool
    exists: bool


def language_links(page: Any | None, request: HttpRequest | None = None) -> list[LanguageLink]:
    """Return a link for every language, the default first; for an address that is no page, to the same view."""
    return [_link(page, language, request) for language in registry.all_languages()]


def _link(page: Any | None, language: registry.Language, request: HttpRequest | None) -> LanguageLink:
    code = language.code
    is_current = code == registry.current()
    if page is not None and hasattr(page, "is_published_in"):
        exists = page.is_published_in(code) or (is_current and getattr(request, "is_preview", False))
        url = page.url_in(code, request) if exists else None
    else:
        url = _same_view(request, code)
        exists = url is not None
    return LanguageLink(code, language.name, language.direction, url or home(code), is_current, exists)


def home(code: str) -> str:
    """Return the address of the front page in a language."""
    with registry.active(code):
        return reverse("wagtail_serve", args=("",))


def _same_view(request: HttpRequest | None, code: str) -> str | None:
    if request is None:
        return None
    match = getattr(request, "resolver_match", None)
    if match is None or match.url_name == "wagtail_serve":
        return None
    return translate_url(request.get_full_path(), code)


def alternates(page: Any) -> list[tuple[str, str]]:
    """Return (hreflang, whole address) of every language a page is public in, when there are several.

    With x-default for the default language: https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    codes = getattr(page, "public_languages", ())
    if len(codes) < 2:  # noqa: PLR2004 one language has no alternate
        return []
    found = [(code, url) for code in codes if (url := page.full_url_in(code))]
    return found + [("x-default", url) for code, url in found if code == registry.default()]
