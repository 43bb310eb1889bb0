"""Finds the page of an address in one query, whatever its depth and the number of its siblings."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from . import registry
from .paths import path_name


class Answer:
    """What an address leads to when it is not the page itself; set on the request, given by the hook."""

    def __init__(self, status: int, url: str = "") -> None:
        self.status, self.url = status, url

    @cached_property
    def is_permanent(self) -> bool:
        """Whether readers and search engines should remember the new address."""
        return self.status == 301  # noqa: PLR2004 RFC 9110, section 15.4.2


def prefixes(root: str, components: list[str]) -> list[str]:
    """Return the paths of the page and of all that could be its ancestors, the longest first."""
    paths = [root]
    for component in components:
        paths.append(f"{paths[-1]}{component}/")
    return paths[::-1]


def find(model: Any, request: HttpRequest, path: str) -> RouteResult | None:
    """Return the route of a path in the active language; None for no such page. Two queries."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    components = [component for component in path.split("/") if component]
    root = site.root_page.url_path
    code = registry.current()
    candidates = prefixes(root, components)
    name = path_name(code)
    specific = model.nearest(name, candidates)
    if specific is None:
        return None
    rest = components[getattr(specific, name).count("/") - root.count("/") :]
    if rest and (moved := _in_another_language(model, candidates[0], code)):
        return _answered(request, moved, code)
    if not specific.live and not rest:
        answer = Answer(410) if specific.first_published_at else None
        request.page_answer = answer  # type: ignore[attr-defined]  # a note for the middleware
        return RouteResult(specific) if specific.first_published_at else None
    return specific.route(request, rest)


def _in_another_language(model: Any, path: str, code: str) -> Any | None:
    """Return the live page that has this whole path in another language."""
    for other in registry.codes():
        if other != code:
            page = model.objects.live().filter(**{path_name(other): path}).first()
            if page is not None:
                return page
    return None


def _answered(request: HttpRequest, page: Any, code: str) -> RouteResult | None:
    url = page.specific.get_url(request)
    if not url or url == request.path:
        return None
    # A language that is not public may be one day: browsers would never ask for it again.
    status = 301 if page.is_published_in(code) else 302
    request.page_answer = Answer(status, url)  # type: ignore[attr-defined]  # a note for the middleware
    return RouteResult(page.specific)
