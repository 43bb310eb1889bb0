"""The outbox: "this page may have changed", written in the same transaction as the change."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from django.db import connection, transaction

from .models import OutboxRow

# Any number will do, as long as no other part of the site locks on it.
LOCK = 7_355_608
_quiet: ContextVar[bool] = ContextVar("outbox_is_quiet", default=False)


@contextmanager
def quietly() -> Iterator[None]:
    """Write rows but do not apply them at once: for bulk work, which the worker or a rebuild picks up."""
    token = _quiet.set(True)
    try:
        yield
    finally:
        _quiet.reset(token)


def note(page_ids: Iterable[int]) -> None:
    """Write one row per page, and apply them once the transaction is committed."""
    rows = [OutboxRow(page_id=page_id) for page_id in dict.fromkeys(page_ids)]
    if not rows:
        return
    with transaction.atomic():
        _keep_order()
        OutboxRow.objects.bulk_create(rows, batch_size=1000)
    if not _quiet.get():
        transaction.on_commit(partial(_apply), robust=True)


def _keep_order() -> None:
    """Make numbers follow commits, so that a cursor never passes a row that is still to come.

    SQLite writes one transaction at a time anyway; PostgreSQL numbers rows when they are written, not when they are
    committed, hence the lock until the transaction ends.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _apply() -> None:
    from .drain import drain_quietly

    drain_quietly()


def newest() -> int:
    """Return the number of the newest row, 0 for none."""
    return OutboxRow.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
