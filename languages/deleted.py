"""Addresses of deleted pages that readers knew: they answer 410, not 404, until another page stands there.

The mark is one of our own redirects that leads nowhere; a page renamed to that address takes it away (redirects.py).
"""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site, get_page_models

from . import registry
from .paths import path_name
from .redirects import MAX_LENGTH, addresses


def is_mark(redirect: Redirect | None) -> bool:
    """Whether an entry of the redirects says that a page was deleted."""
    return redirect is not None and redirect.automatically_created and redirect.link is None


@receiver(pre_delete)
def mark_addresses_of_a_deleted_page(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Mark the addresses of a page that was public once; the row below its specific one is deleted last."""
    if sender is not get_page_models()[0].base_page_model or not instance.first_published_at:
        return
    roots = [(site.pk, site.root_page.url_path) for site in Site.objects.select_related("root_page")]
    found = set()
    for code in registry.codes():
        if instance.live and not instance.is_published_in(code):
            continue
        with registry.active(code):
            base = reverse("wagtail_serve", args=("",))
        found |= set(addresses(base, getattr(instance, path_name(code)), roots))
    Redirect.objects.bulk_create(
        [
            Redirect(old_path=path, site_id=site, automatically_created=True)
            for site, path in sorted(found)
            if len(path) <= MAX_LENGTH
        ],
        ignore_conflicts=True,
    )
