"""Makes the sizes of pictures that are missing, and takes away those whose consent has ended."""

from typing import Any

from django.core.management.base import BaseCommand

from library.models import SitePicture
from library.renditions import refresh


class Command(BaseCommand):
    """Run by the worker; running it twice makes nothing the second time."""

    help = "Makes missing sizes of pictures; removes those of pictures without consent."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through all pictures, a hundred at a time."""
        pictures = SitePicture.objects.order_by("pk").prefetch_related("renditions")
        made = sum(refresh(picture) for picture in pictures.iterator(chunk_size=100))
        if options["verbosity"]:
            self.stdout.write(f"{made} renditions made")
