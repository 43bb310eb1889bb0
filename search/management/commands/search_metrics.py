"""Prints the numbers of search as Prometheus reads them."""

from typing import Any

from django.core.management.base import BaseCommand

from search import metrics


class Command(BaseCommand):
    """For the text-file collector of a monitor; with --token what a monitor must send to read them at /metrics/."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        """Offer the token."""
        parser.add_argument("--token", action="store_true", help="Print the bearer token for /metrics/ instead.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print."""
        self.stdout.write(metrics.token() if options["token"] else metrics.text(), ending="")
