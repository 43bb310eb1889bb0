"""Reads the attachments that wait, outside requests, and has the pages that show them indexed again."""

import logging
import threading
from datetime import timedelta

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.documents import get_document_model

from . import outbox
from .attachments import State, extract
from .models import AttachmentText
from .receivers import pages_naming

logger = logging.getLogger(__name__)
AGAIN = timedelta(minutes=1)  # a file that could not be opened is tried again after this time
FAILED = (State.LOCKED, State.DAMAGED, State.SLOW, State.LARGE, State.AWAY)
_reading = threading.Lock()


def waiting(is_patient: bool = False) -> QuerySet[AttachmentText]:
    """Return the rows of files to read, the oldest first; `is_patient`: those just tried in vain left out."""
    rows = AttachmentText.objects.filter(state__in=(State.WAITING, State.AWAY)).order_by("noted_at")
    recently = Q(tried_at__gt=timezone.now() - AGAIN)
    return rows.exclude(recently) if is_patient else rows


def read_waiting(is_patient: bool = False) -> int:
    """Read every file that waits now; return how many were read. A bad file costs its own words and nothing else."""
    return sum(_read(row) for row in list(waiting(is_patient)))


def read_in_background() -> None:
    """Start reading what waits, one thread at a time: a slow file must not hold up the worker's other jobs."""
    if not waiting(is_patient=True).exists() or not _reading.acquire(blocking=False):
        return

    def read() -> None:
        try:
            read_waiting(is_patient=True)
        except Exception:  # what is left waits for the next round
            logger.exception("search: attachments could not be read")
        finally:
            connection.close()
            _reading.release()

    threading.Thread(target=read, name="search-attachments", daemon=True).start()


def counts() -> dict[str, int]:
    """Return how many files wait, and how many have no text because something is wrong with them."""
    return {"waiting": waiting().count(), "failed": AttachmentText.objects.filter(state__in=FAILED).count()}


def _read(row: AttachmentText) -> bool:
    documents = list(get_document_model().objects.filter(file_hash=row.pk))
    if not documents:
        row.delete()
        return False
    try:
        row.text, row.state = extract(documents[0])
    except OSError as error:  # the storage is away: not the file's fault, it is read another time
        logger.warning("Document %s cannot be read now: %s", documents[0].pk, error)
        row.state = State.AWAY
    row.tried_at = timezone.now()
    row.save()
    if row.text:
        outbox.note(sorted(set().union(*map(pages_naming, documents))))
    return row.state != State.AWAY
