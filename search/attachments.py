"""The text of attached documents (PDF, DOCX, ODT, plain text), read once per content of a file."""

import logging
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from .attachment_reader import MOST_CHARACTERS, READERS
from .models import AttachmentText

logger = logging.getLogger(__name__)

LARGEST_FILE = 30 * 1024 * 1024
SECONDS = 40.0  # for one file; its processor time is limited further
PLAIN = ("txt", "csv")
State = AttachmentText.State
_ROOT = Path(__file__).resolve().parent.parent


def text_of(document: Any) -> str:
    """Return what is known of a document's text; a file nobody read yet is noted for the worker and has none so far.

    Nothing is read here: this runs in the request that publishes a page.
    """
    if document.file_extension.lower() not in (*READERS, *PLAIN):
        return ""
    try:
        file_hash = document.get_file_hash()
    except OSError as error:
        logger.warning("Document %s cannot be opened now: %s", document.pk, error)
        return ""
    if not file_hash:
        return ""
    known = AttachmentText.objects.filter(pk=file_hash).values_list("text", flat=True).first()
    if known is None:
        waiting = AttachmentText(pk=file_hash, name=document.filename[:255])
        AttachmentText.objects.bulk_create([waiting], ignore_conflicts=True)
    return known or ""


def extract(document: Any) -> tuple[str, State]:
    """Read the text out of a file, and what became of it; OSError when the file cannot be opened."""
    kind = document.file_extension.lower()
    if document.get_file_size() > LARGEST_FILE:
        return "", State.LARGE
    with document.file.open("rb") as file:
        if kind in PLAIN:
            text, state = file.read(MOST_CHARACTERS * 4).decode("utf-8", "replace"), State.READ
        else:
            with tempfile.NamedTemporaryFile(prefix="attachment-") as copy:
                shutil.copyfileobj(file, copy)
                copy.flush()
                text, state = _read_apart(kind, copy.name, document.pk)
    if state == State.READ and not text.strip():
        state = State.EMPTY
    return text.replace("\0", " ")[:MOST_CHARACTERS], state


def _read_apart(kind: str, path: str, name: Any) -> tuple[str, State]:
    """The words of a file, read by a process that may be killed; none when it fails, and that is logged."""
    command = [sys.executable, "-m", "search.attachment_reader", kind, path]
    try:
        run = subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        logger.warning("No text from document %s: it took more than %d seconds", name, SECONDS)
        return "", State.SLOW
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        last = said[-1][:200] if said else f"status {run.returncode}"
        logger.warning("No text from document %s: %s", name, last)
        return "", State.LOCKED if "ecrypted" in last else State.DAMAGED
    return run.stdout.decode("utf-8", "replace"), State.READ
