"""Which site a reader asks for and where sites begin: from one query for each state of the content."""

from typing import Any

from django.http import HttpRequest
from wagtail.models import Site
from wagtail.models.sites import SiteRootPath

from .changes import present, remembered


def of_request(request: HttpRequest) -> Any | None:
    """Return the site of a request, as Wagtail finds it; None where no site answers."""
    sites = _sites()
    if len(sites) == 1 and sites[0].is_default_site:
        return sites[0]
    return remembered(f"site of {request.get_host()}", lambda: Site.find_for_request(request))


def root_paths() -> list[SiteRootPath] | None:
    """Return what `Site.get_site_root_paths` returns; None where nobody keeps track of changes."""
    return remembered("site root paths", _root_paths) if present() is not None else None


def _root_paths() -> list[SiteRootPath]:
    return [
        SiteRootPath(one.pk, one.root_page.url_path, one.root_url, one.root_page.locale.language_code)
        for one in _sites()
    ]


def _sites() -> list[Any]:
    """Return all sites in Wagtail's order, with their front pages."""
    order = ("-root_page__url_path", "-is_default_site", "hostname")
    return remembered("sites", lambda: list(Site.objects.select_related("root_page__locale").order_by(*order)))
