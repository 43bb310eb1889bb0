"""Brings pages of the old site in as drafts, with a receipt for each; importing again changes nothing."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from importer.completing import ask
from importer.found_files import found_files
from importer.importing import Importer, Outcome
from importer.kinds_in_words import kind_in_words
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
            raise CommandError(_("No such folder for the report: %(folder)s") % {"folder": report.parent})
        if not options["dry_run"]:
            try:
                front_page()
            except ObjectDoesNotExist as error:
                raise CommandError(_("The site has no front page: run migrate first.")) from error
        files = found_files(options["paths"])
        importer = Importer(is_dry=options["dry_run"])
        outcomes: list[Outcome] = []
        for number, (name, path) in enumerate(files, 1):
            outcome = importer.take(name, partial(read_bytes, path))
            outcomes.append(outcome)
            stream = self.stderr if outcome.problem else self.stdout
            stream.write(f"[{number}/{len(files)}] {name}: {said_of(outcome, options['dry_run'])}")
        if report is not None:
            told = {outcome.name: outcome.receipt for outcome in outcomes}
            report.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        self.sum_up(outcomes, options["dry_run"])

    def sum_up(self, outcomes: list[Outcome], is_dry: bool) -> None:
        """Write how many there were; raise when a file could not be read."""
        counts = {
            "made": sum(outcome.is_new for outcome in outcomes),
            "before": sum(outcome.record is not None and not outcome.is_new for outcome in outcomes),
            "empty": sum(bool(outcome.note) for outcome in outcomes),
            "bad": sum(bool(outcome.problem) for outcome in outcomes),
        }
        if is_dry:
            words = _("Drafts that would be made: %(made)s. Imported before: %(before)s.")
        else:
            words = _("Drafts made: %(made)s. Imported before: %(before)s.")
        self.stdout.write(f"{words} {_('Without text: %(empty)s. Not read: %(bad)s.')}" % counts)
        if counts["bad"]:
            said = {"bad": counts["bad"], "all": len(outcomes)}
            raise CommandError(_("Files that could not be read: %(bad)s of %(all)s.") % said, returncode=1)


def said_of(outcome: Outcome, is_dry: bool) -> str:
    """Return the line of one file: what became of it, its account, and what it waits for."""
    if outcome.problem or outcome.note:
        return f"{_('Not read.')} {outcome.problem}" if outcome.problem else outcome.note
    told = outcome.receipt
    if outcome.is_new:
        done = _("would become a draft (%(kind)s)") if is_dry else _("became a draft (%(kind)s)")
    else:
        done = _("was imported before (%(kind)s): nothing has changed")
    lost = sum(each["end"] - each["start"] for each in told["unplaced"])
    counts = {"placed": told["placed"], "all": told["characters"], "dropped": told["dropped"], "lost": lost}
    parts = [done % {"kind": kind_in_words(told["kind"])}]
    parts.append(_("%(placed)s of %(all)s characters placed, %(dropped)s dropped, %(lost)s unplaced") % counts)
    if told["queued"]:
        parts.append(_("To complete") + " – " + " ".join(ask(reason) for reason in told["queued"]))
    return "; ".join(parts)
