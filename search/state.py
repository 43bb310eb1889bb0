"""The state of search for operators, and its work outside requests."""

from typing import Any

from django.utils import timezone

from . import attachment_reading, drain, fruitless
from .models import OutboxRow
from .running import engine


def report() -> dict[str, Any]:
    """Return documents, generation, lag and last error of every engine, and the files that wait to be read."""
    members = [member.health() for member in engine().members]
    oldest = OutboxRow.objects.filter(pk__gt=min((one.cursor or 0) for one in members)).order_by("pk").first()
    return {
        "ok": any(one.is_ready for one in members),
        "lag_rows": drain.lag() if all(one.is_ready for one in members) else None,
        "lag_seconds": round((timezone.now() - oldest.created_at).total_seconds(), 1) if oldest else 0,
        "attachments": attachment_reading.counts(),
        "engines": [
            {
                "name": one.engine,
                "ready": one.is_ready,
                "documents": one.documents,
                "generation": one.generation,
                "bytes": one.bytes,
                "detail": one.detail,
                "last_error": one.last_error,
            }
            for one in members
        ],
    }


def sync() -> int:
    """Apply the outbox, building what is missing."""
    return drain.drain()


def flush() -> int:
    """Write down the questions without results."""
    return fruitless.flush()


def read_attachments() -> None:
    """Read attached files whose words nobody read yet, beside the other jobs."""
    attachment_reading.read_in_background()
