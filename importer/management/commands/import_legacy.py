"""Brings pages of the old site in as drafts, with a receipt for each; importing again changes nothing."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser

from importer.found_files import found_files
from importer.importing import Importer, Outcome
from importer.legacy.encoding import read_bytes
from importer.sections import front_page


class Command(BaseCommand):
    """One line for each file while it runs, the receipts as JSON when asked."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Files or folders; nothing is written with --dry-run."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder: text or saved HTML")
        parser.add_argument("--dry-run", action="store_true", help="read and report, write nothing")
        parser.add_argument("--report", type=Path, metavar="FILE.json", help="write the receipts to this file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import file by file; what could not be read is told at the end, and the exit code says so."""
        report: Path | None = options["report"]
        if report is not None and not report.resolve().parent.is_dir():
            raise CommandError(f"No such folder for the report: {report.parent}")
        if not options["dry_run"]:
            try:
                front_page()
            except ObjectDoesNotExist as error:
                raise CommandError(f"{error} Run migrate first.") from error
        files = found_files(options["paths"])
        importer = Importer(is_dry=options["dry_run"])
        outcomes: list[Outcome] = []
        for number, (name, path) in enumerate(files, 1):
            outcome = importer.take(name, partial(read_bytes, path))
            outcomes.append(outcome)
            self.tell(f"[{number}/{len(files)}]", outcome, options["dry_run"])
        if report is not None:
            told = {outcome.name: outcome.receipt for outcome in outcomes}
            report.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self.sum_up(outcomes, options["dry_run"])

    def tell(self, counter: str, outcome: Outcome, is_dry: bool) -> None:
        """Write the line of one file."""
        if outcome.problem:
            self.stderr.write(f"{counter} {outcome.name}: not read. {outcome.problem}")
            return
        told = outcome.receipt
        done = ("would become" if is_dry else "became") if outcome.is_new else "was imported before as"
        queue = f"; to complete: {', '.join(told['queued'])}" if told["queued"] else ""
        lost = sum(each["end"] - each["start"] for each in told["unplaced"])
        account = f"{told['placed']} of {told['characters']} characters placed, {told['dropped']} dropped"
        left = f", {lost} unplaced" if lost else ""
        self.stdout.write(f"{counter} {outcome.name}: {done} {told['kind']}; {account}{left}{queue}")

    def sum_up(self, outcomes: list[Outcome], is_dry: bool) -> None:
        """Write how many there were; raise when a file could not be read."""
        made = sum(outcome.is_new for outcome in outcomes)
        bad = sum(bool(outcome.problem) for outcome in outcomes)
        before = len(outcomes) - made - bad
        verb = "would be made" if is_dry else "made"
        self.stdout.write(f"{made} drafts {verb}, {before} imported before, {bad} not read")
        if bad:
            raise CommandError(f"{bad} of {len(outcomes)} files could not be read", returncode=1)
