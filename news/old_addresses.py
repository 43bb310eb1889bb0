"""Addresses of the old site lead to the page that took their place, once it is public."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.redirects.models import Redirect


def normal(address: str) -> str:
    """Return the path under which a redirect is kept, from a path or a whole address; ValidationError for neither."""
    parts = urlsplit(address.strip())
    if not parts.path.startswith("/") or parts.path == "/" or "\0" in address:
        raise ValidationError(_("Write the path on the old site, as in “/news/return-programme”."))
    query = f"?{parts.query}" if parts.query else ""
    return Redirect.normalise_path(parts.path + query)


def redirect_old_addresses(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Write the redirects of a page that was published; those it no longer names go."""
    if not hasattr(instance, "old_addresses"):
        return
    paths = {normal(row.address) for row in instance.old_addresses.all()}
    Redirect.objects.filter(redirect_page=instance, site=None).exclude(old_path__in=paths).delete()
    for path in paths:
        Redirect.objects.update_or_create(old_path=path, site=None, defaults={"redirect_page": instance})
