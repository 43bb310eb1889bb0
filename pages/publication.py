"""What stands in the way of publishing a page; rooms above add their own checks in AppConfig.ready()."""

from collections.abc import Callable, Iterable
from typing import Any

from languages import options, registry
from library.models import SitePicture

from .blocks.loading import named

# Each takes the page and returns messages for the officer, in the active language; none when all is well.
checks: list[Callable[[Any], Iterable[str]]] = []


def faults(page: Any, codes: Iterable[str] | None = None) -> list[str]:
    """Return why a page cannot be published in some languages (all by default), in words for an officer."""
    pictures = SitePicture.objects.in_bulk(picture_keys(page, codes)).values()
    objections = [picture.objection for picture in pictures if picture.objection]
    return objections + [str(message) for check in checks for message in check(page)]


def picture_keys(page: Any, codes: Iterable[str] | None = None) -> set[int]:
    """Return the primary keys of the pictures that a page shows in some languages, in its fields and bodies."""
    keys = {
        getattr(page, field.attname)
        for field in page._meta.concrete_fields
        if field.is_relation and field.related_model is SitePicture
    }
    for name in options.streamfields(type(page)):
        for code in codes or registry.codes():
            keys |= named(getattr(page, registry.field(name, code))).get("picture", set())
    return keys - {None}
