"""Compares the index with the database and repairs what differs."""

from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import documents, outbox
from search.drain import drain, only_one
from search.engines.base import IndexDocument, SearchEngine, SearchUnavailable
from search.running import engine

BATCH = 500


class Command(BaseCommand):
    """Exit code 1 when differences were found (they are repaired) or an engine did not answer."""

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        """Offer a look without a repair."""
        parser.add_argument("--dry-run", action="store_true", help="Report, change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check every engine after bringing it up to date."""
        try:
            drain(wait=True)
            with only_one(wait=True):
                found = sum(self.check_member(member, options["dry_run"]) for member in engine().members)
        except (SearchUnavailable, OSError) as error:
            raise CommandError(f"search could not be checked: {error}") from error
        if found:
            raise CommandError(f"{found} differences {'found' if options['dry_run'] else 'repaired'}")

    def check_member(self, member: SearchEngine, dry_run: bool) -> int:
        """Return the number of documents that were missing, stale or too many."""
        held = dict(member.keys())
        wrong: list[IndexDocument] = []
        number = 0
        for document in documents.all_documents():
            number += 1
            if held.pop(document.key, None) != document.digest:
                wrong.append(document)
        if (wrong or held) and not dry_run:
            self.repair(member, wrong, sorted(held))
        self.stdout.write(f"{member.name}: {number} documents, {len(wrong)} missing or stale, {len(held)} too many")
        return len(wrong) + len(held)

    @staticmethod
    def repair(member: SearchEngine, wrong: list[IndexDocument], surplus: list[str]) -> None:
        """Write the documents again and remove the surplus, without moving the cursor."""
        cursor = member.cursor() or outbox.newest()
        fresh = iter(wrong)
        while batch := list(islice(fresh, BATCH)):
            member.apply(batch, [], cursor)
        for start in range(0, len(surplus), BATCH):
            member.apply([], surplus[start : start + BATCH], cursor)
