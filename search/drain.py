"""Applies the outbox to the engines, one process at a time; a crash only replays."""

import fcntl
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from . import documents, outbox
from .engines.base import SearchEngine, SearchUnavailable
from .models import OutboxRow
from .running import engine

logger = logging.getLogger(__name__)

BATCH = 500
KEEP = timedelta(days=2)
Progress = Callable[[int], None]


@contextmanager
def only_one(wait: bool) -> Iterator[bool]:
    """Hold the drainer's lock; yield False when somebody else has it and we do not wait."""
    settings.SEARCH_INDEX_DIR.mkdir(parents=True, exist_ok=True)
    with (settings.SEARCH_INDEX_DIR / ".drain.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True


def drain(wait: bool = False, builds: bool = True) -> int:
    """Bring every engine up to date; return the number of outbox rows applied.

    An engine without an index is built when `builds`. SearchUnavailable of one engine is raised after the others had
    their turn; OSError when the index folder cannot be written.
    """
    applied, failure = 0, None
    with only_one(wait) as mine:
        if not mine:
            return 0
        for member in engine().members:
            try:
                applied += _drain_member(member, builds)
            except SearchUnavailable as error:
                failure = error
        if failure is None:
            _forget_applied()
    if failure is not None:
        raise failure
    return applied


def drain_quietly() -> None:
    """Apply what was just committed; a publish never fails because search does, the worker tries again."""
    try:
        drain(builds=False)
    except (SearchUnavailable, OSError) as error:
        logger.warning("search: not applied now, the worker will: %s", error)


def _drain_member(member: SearchEngine, builds: bool) -> int:
    if not is_usable(member):
        return rebuild_member(member) if builds else 0
    applied, position = 0, member.cursor() or 0
    while rows := list(OutboxRow.objects.filter(pk__gt=position).order_by("pk")[:BATCH]):
        page_ids = dict.fromkeys(row.page_id for row in rows)
        fresh = list(documents.documents_of(page_ids))
        gone = documents.keys_of(page_ids) - {document.key for document in fresh}
        position = rows[-1].pk
        member.apply(fresh, sorted(gone), position)
        applied += len(rows)
    return applied


def is_usable(member: SearchEngine) -> bool:
    """Whether there is an index, and not one that belongs to another database; otherwise it must be built."""
    position = member.cursor()
    return position is not None and position <= outbox.newest()


def rebuild_member(member: SearchEngine, progress: Progress | None = None) -> int:
    """Build a new generation of one engine beside the old one and swap; return the number of documents."""
    position = outbox.newest()
    return member.rebuild(documents.all_documents(), position, progress)


def _forget_applied() -> None:
    """Delete rows that every engine has passed long ago, but never the newest: numbers must not start again."""
    positions = [member.cursor() for member in engine().members]
    if all(position is not None for position in positions):
        passed = min(position for position in positions if position is not None)
        old = OutboxRow.objects.filter(pk__lt=passed, created_at__lt=timezone.now() - KEEP)
        if old.exists():
            old.delete()


def lag() -> int:
    """Return how many rows the slowest engine has still to apply."""
    newest = outbox.newest()
    return max((newest - (member.cursor() or 0) for member in engine().members), default=0)
