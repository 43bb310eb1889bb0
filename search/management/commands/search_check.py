"""Compares the index with the database and repairs what differs."""

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
        """Return the number of documents that were missing, stale or too many; repair them as they are found."""
        held = {key: int(digest, 16) for key, digest in member.keys()}
        number, wrong, batch = 0, 0, []
        for document in documents.all_documents():
            number += 1
            if held.pop(document.key, None) != int(document.digest, 16):
                wrong += 1
                batch.append(document)
            if len(batch) == BATCH:
                self.repair(member, batch, [], dry_run)
                batch = []
        self.repair(member, batch, sorted(held), dry_run)
        self.stdout.write(f"{member.name}: {number} documents, {wrong} missing or stale, {len(held)} too many")
        return wrong + len(held)

    @staticmethod
    def repair(member: SearchEngine, wrong: list[IndexDocument], surplus: list[str], dry_run: bool) -> None:
        """Write the documents again and remove the surplus, without moving the cursor."""
        if not dry_run and (wrong or surplus):
            member.apply(wrong, surplus, member.cursor() or outbox.newest())
