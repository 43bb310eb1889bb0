"""Applies the outbox to the search engines, and reads attached files that nobody read yet."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.attachment_reading import read_waiting
from search.drain import drain
from search.engines.base import SearchUnavailable


class Command(BaseCommand):
    """Exit code 1 when an engine could not be brought up to date."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Wait for the lock, apply, say how many changes."""
        try:
            applied = drain(wait=True)
            if files := read_waiting():
                applied += drain(wait=True)
        except (SearchUnavailable, OSError) as error:
            raise CommandError(f"search is not up to date: {error}") from error
        if options["verbosity"]:
            self.stdout.write(f"{applied} changes applied, {files} attached files read")
