"""What happens when a page is published."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.signals import page_published

from library.models import SitePicture
from library.renditions import refresh

from .publication import picture_keys


@receiver(page_published)
def make_sizes_of_pictures_shown(instance: Any, **kwargs: Any) -> None:
    """Make the missing sizes of all pictures the page shows, so that no reader's request has to."""
    keys = picture_keys(instance)
    if keys:
        transaction.on_commit(partial(_refresh, keys), robust=True)


def _refresh(keys: set[int]) -> None:
    for picture in SitePicture.objects.filter(pk__in=keys).prefetch_related("renditions"):
        refresh(picture)
