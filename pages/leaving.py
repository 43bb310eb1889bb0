"""Before a page or an entry of a list goes: which pages name it and will no longer, said on the delete screen.

Wagtail's index of references knows links and choices of one, not lists of several (many-to-many relations).
"""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages

from .editor_links import links, title_of
from .models import BasePage


def naming(target: Any) -> list[Any]:
    """Return what names an object in a list of several: pages first published and drafts alike, each once."""
    found: dict[tuple[Any, Any], Any] = {}
    for relation in target._meta.related_objects:
        if relation.many_to_many and relation.get_accessor_name():
            for source in getattr(target, relation.get_accessor_name()).all():
                found[(type(source), source.pk)] = source
    return list(found.values())


def _with_pages_below(target: Any) -> list[Any]:
    if not isinstance(target, BasePage):
        return [target]
    return list(target.get_descendants(inclusive=True).specific())


def warn(request: HttpRequest, targets: Iterable[Any]) -> None:
    """Tell for each object that goes, the pages below included, what names it and loses it."""
    every = [one for target in targets for one in _with_pages_below(target)]
    going = {(type(one), one.pk) for one in every}
    for one in every:
        sources = [source for source in naming(one) if (type(source), source.pk) not in going]
        if sources:
            text = ngettext(
                "“{target}” is named by {number} page, which will lose it: {places}.",
                "“{target}” is named by {number} pages, which will lose it: {places}.",
                len(sources),
            )
            places = links(sources, request.user)
            messages.warning(request, format_html(text, target=title_of(one), number=len(sources), places=places))


@hooks.register("before_delete_page")
def tell_who_names_the_page(request: HttpRequest, page: Any) -> None:
    """On the screen that asks whether to delete a page."""
    if request.method == "GET":
        warn(request, [page])


@hooks.register("before_delete_snippet")
def tell_who_names_the_entry(request: HttpRequest, instances: Iterable[Any]) -> None:
    """On the screen that asks whether to delete a region, donor or partner."""
    if request.method == "GET":
        warn(request, instances)


@hooks.register("before_bulk_action")
def tell_who_names_them(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> None:
    """On the screen that asks about several at once."""
    if action_type == "delete" and request.method == "GET":
        warn(request, objects)
