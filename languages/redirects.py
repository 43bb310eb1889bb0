"""Old addresses lead to their pages: for a renamed or moved page and the live pages below, in every language."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .addresses import start
from .paths import path_name
from .signals import page_paths_changed

BATCH = 500
MAX_LENGTH = Redirect._meta.get_field("old_path").max_length

Address = tuple[int, str]


@receiver(page_paths_changed)
def redirect_old_addresses(instance: Any, changes: dict[str, tuple[str, str]], **kwargs: Any) -> None:
    """Write the redirects of a page whose paths changed; none stays on an address that a page has now."""
    roots = site_roots()
    moved = _moved_pages(instance, changes)
    while pages := tuple(islice(moved, BATCH)):
        with transaction.atomic():
            _write(pages, changes, roots)


def _moved_pages(instance: Any, changes: dict[str, tuple[str, str]]) -> Iterator[dict[str, Any]]:
    names = [path_name(code) for code in changes]
    below = instance.base_page_model.objects.filter(path__startswith=instance.path, live=True)
    return below.order_by("path").values("pk", *names).iterator(chunk_size=BATCH)


def _write(pages: tuple[dict[str, Any], ...], changes: dict[str, tuple[str, str]], roots: list[Any]) -> None:
    old: dict[Address, int] = {}
    living: set[Address] = set()
    for code, (before, after) in changes.items():
        for page in pages:
            path = page[path_name(code)]
            living |= set(addresses(code, path, roots))
            old |= dict.fromkeys(addresses(code, before + path[len(after) :], roots), page["pk"])
    _clear(living | old.keys())
    point({address: page for address, page in old.items() if address not in living})


def site_roots() -> list[tuple[int, str]]:
    """Return (site, path of its root page): the site's own cache knows neither a new site nor a moved root."""
    return [(site.pk, site.root_page.url_path) for site in Site.objects.select_related("root_page")]


def addresses(code: str, path: str, roots: list[tuple[int, str]]) -> Iterator[Address]:
    """Yield (site, address as redirects have it) of a path in a language; `roots` as site_roots gives them."""
    for site, root in roots:
        if path.startswith(root):
            yield site, Redirect.normalise_path(start(code) + path[len(root) :])


def point(targets: Mapping[Address, int | None]) -> None:
    """Have addresses lead to pages, by their keys, None: nowhere; where something leads already, it stays."""
    Redirect.objects.bulk_create(
        [
            Redirect(old_path=path, site_id=site, redirect_page_id=page, automatically_created=True)
            for (site, path), page in targets.items()
            if len(path) <= MAX_LENGTH
        ],
        ignore_conflicts=True,
    )


def _clear(addresses: set[Address]) -> None:
    """Delete our redirects on these addresses; those that people made stay."""
    by_site: dict[int, list[str]] = {}
    for site, path in sorted(addresses):
        by_site.setdefault(site, []).append(path)
    for site, found in by_site.items():
        Redirect.objects.filter(Q(site_id=site), old_path__in=found, automatically_created=True).delete()
