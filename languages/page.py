"""The page that has every language of the site; pages.BasePage builds on it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site
from wagtail.url_routing import RouteResult

from . import options, paths, publishing, registry, routing, slugs
from .page_fields import LanguageColumns
from .signals import page_paths_changed


class TranslatedPage(LanguageColumns):
    """Addresses, bookkeeping and publication by language, to be mixed in before Wagtail's AbstractPage."""

    class Meta:
        abstract = True

    # What is public where

    def is_published_in(self, code: str | None = None) -> bool:
        """Whether readers see this page in a language (the active one by default)."""
        return bool(self.live and getattr(self, registry.field("published", code)))

    @property
    def public_languages(self) -> tuple[str, ...]:
        """The codes of the languages readers see this page in, the default first."""
        return tuple(code for code in registry.codes() if self.is_published_in(code))

    def language_to_read(self) -> str:
        """The active language if the page is public in it, else the first in which it is, else the active one."""
        active = registry.current()
        public = self.public_languages
        return active if active in public or not public else public[0]

    # Addresses

    @staticmethod
    def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
        """Find the route of a path in the active language; remembered on the request."""
        from wagtail.models import get_page_models

        if not hasattr(request, "_wagtail_route_for_request"):
            try:
                request._wagtail_route_for_request = routing.find(get_page_models()[0].base_page_model, request, path)
            except Http404:
                request._wagtail_route_for_request = None
        return request._wagtail_route_for_request

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
        with registry.active(code):
            path = getattr(self, paths.path_name(code))[len(found[1]) :]
            return (found[0], found[2], reverse("wagtail_serve", args=(path,)))

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
        super().set_url_path(parent)
        paths.set_paths(self, parent)
        return self.url_path

    def _update_descendant_url_paths(self, old_url_path: str, new_url_path: str) -> None:
        """Nothing: save() updates descendants in all languages at once."""

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Any | None, page: Any | None = None) -> bool:
        """Whether no sibling answers to the slug in any language in which the page would use it."""
        if parent_page is None:
            return True
        siblings = parent_page.get_children()
        if page is not None and page.pk:
            siblings = siblings.not_page(page)
        taken = Q(slug=slug)
        for code in registry.others():
            if page is None or not getattr(page, paths.slug_name(code)):
                name = paths.slug_name(code)
                taken |= Q(**{name: slug}) | Q(**{name: "", "slug": slug})
        return not siblings.filter(taken).exists()

    def _check_slug_is_unique(self) -> None:
        super()._check_slug_is_unique()
        parent = self.get_parent()
        if parent is None or parent.depth < paths.SITE_ROOT_DEPTH:
            return
        for code in registry.others():
            own = getattr(self, paths.slug_name(code))
            path = f"{getattr(parent, paths.path_name(code))}{own}/"
            others = self.base_page_model.objects.filter(**{paths.path_name(code): path}).exclude(pk=self.pk)
            if own and others.exists():
                message = _("Another page already has the address “%(path)s”.")
                raise ValidationError({paths.slug_name(code): ValidationError(message, params={"path": path})})

    # Bookkeeping runs under the default language

    def _set_core_field_defaults(self) -> None:
        if not self.slug and (self.path or getattr(self, "_cached_parent_obj", None)):
            suggestion = slugs.suggest(self.title)
            if suggestion:
                self.slug = self._get_autogenerated_slug(suggestion)
        super()._set_core_field_defaults()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Validate under the default language."""
        with registry.active():
            super().full_clean(*args, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        """Validate each language's own columns; the shadow columns would write a fallback into them."""
        shadows = set(options.translated_fields(type(self)))
        if not any(getattr(self, registry.field("title", code)) for code in registry.codes()):
            shadows.discard("title")
        super().clean_fields(exclude=set(exclude or ()) | shadows)

    def minimal_clean(self) -> None:
        """Demand a title in one language and a free address, nothing else."""
        with registry.active():
            self._set_core_field_defaults()
            if not self.title:
                raise ValidationError({"title": _("Give the page a title in at least one language.")})
            self._check_slug_is_unique()

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        """Save under the default language, with the publication rules and the addresses of all languages."""
        with registry.active(), transaction.atomic():
            before = self._stored_paths(kwargs.get("update_fields"))
            publication = publishing.begin(self, kwargs.get("update_fields"))
            if before:
                self.set_url_path(self.get_parent())
            result = super().save(clean=clean, user=user, log_action=log_action, **kwargs)
            publishing.finish(self, publication)
            if before:
                self._follow_paths(before)
            return result

    def _stored_paths(self, update_fields: Any) -> dict[str, str]:
        touched = update_fields is None or {paths.slug_name(code) for code in registry.codes()} & set(update_fields)
        if self.pk is None or not touched:
            return {}
        names = {code: paths.path_name(code) for code in registry.codes()}
        row = self.base_page_model.objects.filter(pk=self.pk).values(*names.values()).first() or {}
        return {code: row[name] for code, name in names.items()} if row else {}

    def _follow_paths(self, before: dict[str, str]) -> None:
        changes = paths.changed_paths(before, paths.all_paths(self))
        if not changes:
            return
        paths.update_descendants(self, changes)
        page = self
        transaction.on_commit(
            lambda: page_paths_changed.send(sender=type(page), instance=page, changes=changes), robust=True
        )

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """Save a revision under the default language."""
        with registry.active():
            return super().save_revision(*args, **kwargs)

    def update_aliases(self, **kwargs: Any) -> None:
        """Copy what is live, not the raw revision, to the aliases."""
        with registry.active():
            super().update_aliases(**publishing.live_content(self, kwargs))

    update_aliases.alters_data = True  # type: ignore[attr-defined]

    def serializable_data(self) -> dict[str, Any]:
        """Return the data of a revision, serialised under the default language."""
        with registry.active():
            return super().serializable_data()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the page with a revision's content; what is public now stays what it is."""
        with registry.active():
            page = super().with_content_json(content)
        publishing.mark(self, page)
        return page
