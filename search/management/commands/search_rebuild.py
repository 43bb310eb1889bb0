"""Builds a new generation of the index beside the old one and swaps; readers notice nothing."""

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.documents import count_public
from search.drain import only_one, rebuild_member
from search.engines.base import SearchUnavailable
from search.running import engine

BAR = 30


class Command(BaseCommand):
    """Exit code 1 when an engine could not be rebuilt; its old generation stays in use."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild every engine, with a progress bar on a terminal."""
        self.total = count_public()
        failures = []
        with only_one(wait=True):
            for member in engine().members:
                self.started = time.monotonic()
                try:
                    number = rebuild_member(member, self.progress if options["verbosity"] else None)
                except (SearchUnavailable, OSError) as error:
                    failures.append(f"{member.name}: {error}")
                    continue
                seconds = max(time.monotonic() - self.started, 0.001)
                self.stdout.write(f"\r{member.name}: {number} documents, {number / seconds:.0f} per second{' ' * BAR}")
        if failures:
            raise CommandError("; ".join(failures))

    def progress(self, done: int) -> None:
        """Draw the bar; nothing where the output is no terminal."""
        if not sys.stderr.isatty() or not self.total:
            return
        filled = min(BAR, BAR * done // self.total)
        self.stderr.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{self.total}", ending="")
