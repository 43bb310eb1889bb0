"""The part of a page that knows its addresses in every language."""

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from . import paths, registry, reserved, routing, slugs

# What Wagtail's first site is called until somebody names it; its address is then BASE_URL.
UNNAMED = "http://localhost"


def start(code: str) -> str:
    """Return where the pages of a language begin; what follows is the path, and Django need not look for it."""
    return _start(code, get_script_prefix(), get_urlconf())


@cache
def _start(code: str, script_prefix: str, urlconf: str | None) -> str:
    with registry.active(code):
        return reverse("wagtail_serve", args=("",))


class Addressed(models.Model):
    """Routing, addresses and slugs by language."""

    if TYPE_CHECKING:
        # The rest of a page is Wagtail's AbstractPage, which has no types and is mixed in after this class.
        def __getattr__(self, name: str) -> Any: ...

    class Meta:
        abstract = True

    @staticmethod
    def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
        """Find the route of a path in the active language; remembered on the request."""
        from wagtail.models import get_page_models

        if not hasattr(request, "_wagtail_route_for_request"):
            model = get_page_models()[0].base_page_model
            # Wagtail keeps the route there.
            try:
                request._wagtail_route_for_request = routing.find(model, request, path)  # type: ignore[attr-defined]
            except Http404:
                request._wagtail_route_for_request = None  # type: ignore[attr-defined]
        return request._wagtail_route_for_request  # type: ignore[attr-defined]

    @classmethod
    def nearest(cls, column: str, candidates: list[str]) -> Any | None:
        """Return the deepest page that has one of these paths in a column, as what it is; None for no such page."""
        page = cls.objects.filter(**{f"{column}__in": candidates}).order_by("-depth").first()  # type: ignore[attr-defined]
        return page and page.specific

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer for this very page; the pages below were looked for before."""
        if path_components or not self.live:
            raise Http404
        return RouteResult(self)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple | None:
        """Return (site id, root URL, path) in the language that the reader will get."""
        return self.url_parts_in(self.language_to_read(), request)

    def url_parts_in(self, code: str, request: HttpRequest | None = None) -> tuple | None:
        """Return (site id, root URL, path) in a given language, public there or not."""
        sites = self._get_relevant_site_root_paths(request)
        if not sites:
            return None
        found = sites[0]
        if len(sites) > 1 and isinstance(request, HttpRequest) and (site := Site.find_for_request(request)):
            found = next((option for option in sites if option[0] == site.pk), found)
        root = settings.WAGTAILADMIN_BASE_URL.rstrip("/") if found[2] == UNNAMED else found[2]
        path = getattr(self, paths.path_name(code))[len(found[1]) :]
        return (found[0], root, start(code) + quote(path))

    def url_in(self, code: str, request: HttpRequest | None = None) -> str | None:
        """Return the path of this page in a language; None when no site shows it."""
        parts = self.url_parts_in(code, request)
        return parts[2] if parts else None

    def full_url_in(self, code: str, request: HttpRequest | None = None) -> str | None:
        """Return the whole address of this page in a language; None when no site shows it."""
        parts = self.url_parts_in(code, request)
        return parts[1] + parts[2] if parts else None

    def set_url_path(self, parent: Any | None) -> str:
        """Compute the path in every language."""
        super().set_url_path(parent)  # type: ignore[misc]  # the next class is Wagtail's AbstractPage
        paths.set_paths(self, parent)
        return self.url_path

    def _update_descendant_url_paths(self, old_url_path: str, new_url_path: str) -> None:
        """Nothing: save() updates descendants in all languages at once."""

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Any | None, page: Any | None = None) -> bool:
        """Whether no sibling answers to the slug, nor to the page's own slugs, in the languages where they count."""
        if parent_page is None or not slug:
            return True
        siblings = parent_page.get_children()
        if page is not None and page.pk:
            siblings = siblings.not_page(page)
        taken = Q(slug=slug)
        for code in registry.others():
            name = paths.slug_name(code)
            effective = (getattr(page, name) if page is not None else "") or slug
            taken |= Q(**{name: effective}) | Q(**{name: "", "slug": effective})
        return not siblings.filter(taken).exists()

    def _get_autogenerated_slug(self, base_slug: str) -> str:
        return slugs.free(self, registry.default(), base_slug)

    def _check_slug_is_unique(self) -> None:
        """Refuse a slug that is taken, or whose address leads elsewhere, in the language where it is used."""
        parent = self.get_parent()
        if parent is None or parent.depth < paths.SITE_ROOT_DEPTH:
            return
        for code in registry.codes():
            slug, name = paths.effective_slug(self, code), paths.slug_name(code)
            # A page without an address of its own in a language answers to the default one.
            name = name if getattr(self, name) else paths.slug_name(registry.default())
            if slugs.is_taken(self, code, slug):
                message = _("Another page already has the address “%(path)s”.")
                path = f"{getattr(parent, paths.path_name(code))}{slug}/"
                raise ValidationError({name: ValidationError(message, params={"path": path})})
            if refusal := reserved.reason(parent, code, slug):
                raise ValidationError({name: refusal})
