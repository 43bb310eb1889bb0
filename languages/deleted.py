"""Addresses of deleted pages that readers knew: they answer 410, not 404, until another page stands there.

The mark is one of our own redirects that leads nowhere; a page renamed to that address takes it away (redirects.py).
"""

from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import get_page_models

from . import registry
from .paths import path_name
from .redirects import addresses, point, site_roots


def is_mark(redirect: Redirect | None) -> bool:
    """Whether an entry of the redirects says that a page was deleted."""
    return redirect is not None and redirect.automatically_created and redirect.link is None


@receiver(pre_delete)
def mark_addresses_of_a_deleted_page(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Mark the addresses of a page that was public once; the row below its specific one is deleted last."""
    if sender is not get_page_models()[0].base_page_model or not instance.first_published_at:
        return
    roots = site_roots()
    codes = instance.public_languages if instance.live else registry.codes()
    found = {address for code in codes for address in addresses(code, getattr(instance, path_name(code)), roots)}
    point(dict.fromkeys(sorted(found)))
