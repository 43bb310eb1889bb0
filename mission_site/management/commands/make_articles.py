"""Makes any number of plausible bilingual articles for load and search tests, the same ones for the same seed."""

import sys
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from languages import registry
from mission_site.demo import articles, bulk
from news.models import NewsIndexPage

BAR = 30


class Command(BaseCommand):
    """Articles that are there already (same seed, same number) are left as they are."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        """Take the number, the seed, and whether to leave the index to the worker."""
        parser.add_argument("number", type=int, help="How many articles there shall be.")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--no-index", action="store_true", help="Do not rebuild the search index afterwards.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the articles, then rebuild the index once."""
        self.number = options["number"]
        if self.number < 1:
            raise CommandError("The number of articles must be at least 1.")
        if not NewsIndexPage.objects.exists():
            raise CommandError("There is no news index yet: run load_demo first.")
        show = self.progress if options["verbosity"] and sys.stderr.isatty() else None
        with registry.active():
            added = bulk.write(articles.make(self.number, options["seed"]), options["seed"], show)
        if options["verbosity"]:
            self.stdout.write(f"{added} articles added, {self.number - added} were there")
        if added and not options["no_index"]:
            call_command("search_rebuild", verbosity=options["verbosity"])

    def progress(self, done: int) -> None:
        """Draw the bar."""
        filled = BAR * done // self.number
        self.stderr.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{self.number}", ending="")
