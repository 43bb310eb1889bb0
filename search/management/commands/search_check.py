"""Compares the index with the database and repairs what differs."""

from dataclasses import dataclass
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search import documents, outbox
from search.drain import drain, is_usable, only_one, rebuild_member
from search.engines.base import IndexDocument, SearchEngine, SearchUnavailable
from search.models import OutboxRow
from search.running import engine

BATCH = 500


@dataclass
class Found:
    """What one engine's index lacks, has otherwise and has too much, and what only waits to be applied."""

    number: int = 0
    missing: int = 0
    stale: int = 0
    surplus: int = 0
    waiting: int = 0

    @property
    def wrong(self) -> int:
        """How many documents differ."""
        return self.missing + self.stale + self.surplus


class Command(BaseCommand):
    """Exit code 1 when differences were found (they are repaired) or an engine did not answer.

    With --dry-run nothing is written, built or locked; what the outbox has yet to bring is no difference.
    """

    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        """Offer a look without a repair."""
        parser.add_argument("--dry-run", action="store_true", help="Report, change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Check every engine; one that does not answer does not keep the others from their turn."""
        is_dry = options["dry_run"]
        try:
            wrong, failures = self.look() if is_dry else self.mend()
        except OSError as error:
            raise CommandError(f"search could not be checked: {error}") from error
        if failures:
            raise CommandError(f"search could not be checked: {'; '.join(failures)}")
        if wrong:
            raise CommandError(f"{wrong} differences {'found' if is_dry else 'repaired'}")

    def look(self) -> tuple[int, list[str]]:
        """Compare and write nothing, not even a lock."""
        return self.each(lambda member: self.compare(member, Repair(member, is_dry=True)))

    def mend(self) -> tuple[int, list[str]]:
        """Apply what waits, then compare and repair."""
        try:
            drain(wait=True, builds=False)
        except SearchUnavailable as error:
            self.stderr.write(f"the outbox was not applied: {error}")
        with only_one(wait=True):
            return self.each(lambda member: self.compare(member, Repair(member)))

    @staticmethod
    def each(compare: Any) -> tuple[int, list[str]]:
        """Return the number of differences in all engines, and why some could not be checked."""
        wrong, failures = 0, []
        for member in engine().members:
            try:
                wrong += compare(member).wrong
            except SearchUnavailable as error:
                failures.append(f"{member.name}: {error}")
        return wrong, failures

    def compare(self, member: SearchEngine, repair: "Repair") -> Found:
        """Return what differs; tell `repair` of it as it is found."""
        held = keys_of(member)
        repair.is_whole = held is None
        held = held or {}
        found, waiting = Found(), pages_waiting(member)
        for document in documents.all_documents():
            found.number += 1
            digest = held.pop(document.key, None)
            if digest == int(document.digest, 16):
                continue
            if document.page in waiting:
                found.waiting += 1
                continue
            found.missing += digest is None
            found.stale += digest is not None
            repair.write(document)
        surplus = sorted(key for key in held if key.rpartition("/")[0] not in waiting)
        found.surplus = len(surplus)
        found.waiting += len(held) - len(surplus)
        repair.finish(surplus)
        self.tell(member, found, repair)
        return found

    def tell(self, member: SearchEngine, found: Found, repair: "Repair") -> None:
        """Write one line for an engine."""
        parts = [f"{found.number} documents", f"{found.missing} missing", f"{found.stale} stale"]
        parts += [f"{found.surplus} too many"]
        parts += [f"{found.waiting} waiting for search_sync"] if found.waiting else []
        parts += ["no usable index" + ("" if repair.is_dry else ", built anew")] if repair.is_whole else []
        self.stdout.write(f"{member.name}: {', '.join(parts)}")


class Repair:
    """Writes what was wrong into one index, in batches, without moving its cursor; a whole index is built anew."""

    def __init__(self, member: SearchEngine, is_dry: bool = False) -> None:
        self.member, self.is_dry, self.is_whole = member, is_dry, False
        self.batch: list[IndexDocument] = []

    def write(self, document: IndexDocument) -> None:
        """Write a document again."""
        if self.is_dry or self.is_whole:
            return
        self.batch.append(document)
        if len(self.batch) == BATCH:
            self._apply([])

    def finish(self, surplus: list[str]) -> None:
        """Write the rest and remove what is too much; an index that takes no changes is built anew."""
        if self.is_dry:
            return
        if not self.is_whole and (self.batch or surplus):
            self._apply(surplus)
        if self.is_whole:
            rebuild_member(self.member)

    def _apply(self, surplus: list[str]) -> None:
        try:
            self.member.apply(self.batch, surplus, self.member.cursor() or outbox.newest())
        except SearchUnavailable:
            self.is_whole = True
        self.batch = []


def keys_of(member: SearchEngine) -> dict[str, int] | None:
    """Return key and digest of every document in an index; None when there is no index that can be used.

    SearchUnavailable when a server is away.
    """
    if not is_usable(member):
        return None
    try:
        return {key: int(digest, 16) for key, digest in member.keys()}
    except SearchUnavailable:
        return None


def pages_waiting(member: SearchEngine) -> set[str]:
    """Return the pages whose change is in the outbox and not yet in this index."""
    position = member.cursor()
    if position is None:
        return set()
    rows = OutboxRow.objects.filter(pk__gt=position).values_list("page_id", flat=True)
    return {documents.page_key(page_id) for page_id in rows}
