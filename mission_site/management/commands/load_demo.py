"""Loads the demo content; loading again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand

from mission_site.demo.loader import load
from search.outbox import quietly


class Command(BaseCommand):
    """Everything in one transaction; the worker or the first question builds the search index."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say so."""
        with quietly():
            load()
        if options["verbosity"]:
            self.stdout.write("demo content is there")
