"""What happens when a picture is saved."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import SitePicture
from .renditions import refresh


@receiver(post_save, sender=SitePicture)
def make_sizes_of_saved_picture(instance: SitePicture, raw: bool = False, **kwargs: Any) -> None:
    """Make what is missing once the picture is really there: a new file, another focal point, consent given or gone."""
    if not raw:
        transaction.on_commit(partial(_refresh, instance.pk), robust=True)


def _refresh(pk: int) -> None:
    picture = SitePicture.objects.prefetch_related("renditions").filter(pk=pk).first()
    if picture is not None:
        refresh(picture)
