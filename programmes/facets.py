"""Tells search what programmes, axes and regions are called."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from languages import registry
from pages.changes import remembered
from search.registry import kinds, register_facet

from .models import AxisPage, ProgrammePage, Region


def programme_names(slugs: Iterable[str]) -> dict[str, str]:
    """Return the acronym, else the title, of programmes by slug, in the active language."""

    def every() -> dict[str, str]:
        pages = ProgrammePage.objects.published_anywhere().defer_streamfields()
        return {page.slug: page.acronym or page.title for page in pages}

    return _those(slugs, remembered(f"names of programmes in {registry.current()}", every))


def axis_names(slugs: Iterable[str]) -> dict[str, str]:
    """Return the titles of axes by slug, in the active language."""

    def every() -> dict[str, str]:
        pages: Any = AxisPage.objects.published_anywhere().defer_streamfields()
        return {page.slug: page.title for page in pages}

    return _those(slugs, remembered(f"names of axes in {registry.current()}", every))


def region_names(slugs: Iterable[str]) -> dict[str, str]:
    """Return the names of regions by slug, in the active language."""

    def every() -> dict[str, str]:
        return {region.slug: region.name for region in Region.objects.all()}

    return _those(slugs, remembered(f"names of regions in {registry.current()}", every))


def _those(slugs: Iterable[str], names: dict[str, str]) -> dict[str, str]:
    return {slug: names[slug] for slug in slugs if slug in names}


def register() -> None:
    """Add our facets and kinds to search."""
    register_facet("programme", _("Programme"), programme_names)
    register_facet("axis", _("Axis"), axis_names)
    register_facet("region", _("Region"), region_names)
    kinds["programme"] = _("Programme")
    kinds["axis"] = _("Intervention axis")
