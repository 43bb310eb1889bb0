"""Builds a new generation of the index beside the old one and swaps; readers notice nothing."""

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.documents import count_public
from search.drain import only_one, rebuild_member
from search.engines.base import SearchEngine, SearchUnavailable
from search.running import engine

BAR = 30


class Command(BaseCommand):
    """Exit code 1 when an engine could not be rebuilt; its old generation stays in use."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild every engine, with a progress bar on a terminal."""
        self.total = count_public()
        try:
            with only_one(wait=True):
                failures = [said for member in engine().members if (said := self.rebuild(member, options["verbosity"]))]
        except OSError as error:
            raise CommandError(f"search could not be rebuilt: {error}") from error
        if failures:
            raise CommandError("; ".join(failures))

    def rebuild(self, member: SearchEngine, verbosity: int) -> str:
        """Rebuild one engine; return why it could not be, else nothing."""
        started = time.monotonic()
        try:
            number = rebuild_member(member, self.progress if verbosity else None)
        except (SearchUnavailable, OSError) as error:
            return f"{member.name}: {error}"
        seconds = max(time.monotonic() - started, 0.001)
        self.stdout.write(f"\r{member.name}: {number} documents, {number / seconds:.0f} per second{' ' * BAR}")
        return ""

    def progress(self, done: int) -> None:
        """Draw the bar; nothing where the output is no terminal."""
        if not sys.stderr.isatty() or not self.total:
            return
        filled = min(BAR, BAR * done // self.total)
        self.stderr.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done}/{self.total}", ending="")
