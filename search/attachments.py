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
_ROOT = Path(__file__).resolve().parent.parent


def text_of(document: Any) -> str:
    """Return the text of a document, from the table when its file was read before; empty when it has none."""
    file_hash = document.get_file_hash()
    if not file_hash:
        return ""
    known = AttachmentText.objects.filter(pk=file_hash).values_list("text", flat=True).first()
    if known is None:
        try:
            known = extract(document)
        except OSError as error:  # the storage is away: not the file's fault, it is read another time
            logger.warning("Document %s cannot be read now: %s", document.pk, error)
            return ""
        AttachmentText.objects.update_or_create(pk=file_hash, defaults={"text": known})
    return known


def extract(document: Any) -> str:
    """Read the text out of a file; a damaged, locked or oversized one has none. OSError when it cannot be opened."""
    kind = document.file_extension.lower()
    if kind not in (*READERS, *PLAIN) or document.get_file_size() > LARGEST_FILE:
        return ""
    with document.file.open("rb") as file:
        if kind in PLAIN:
            text = file.read(MOST_CHARACTERS * 4).decode("utf-8", "replace")
        else:
            with tempfile.NamedTemporaryFile(prefix="attachment-") as copy:
                shutil.copyfileobj(file, copy)
                copy.flush()
                text = _read_apart(kind, copy.name, document.pk)
    return text.replace("\0", " ")[:MOST_CHARACTERS]


def _read_apart(kind: str, path: str, name: Any) -> str:
    """The words of a file, read by a process that may be killed; none when it fails, and that is logged."""
    command = [sys.executable, "-m", "search.attachment_reader", kind, path]
    try:
        run = subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        logger.warning("No text from document %s: it took more than %d seconds", name, SECONDS)
        return ""
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        logger.warning("No text from document %s: %s", name, said[-1][:200] if said else f"status {run.returncode}")
        return ""
    return run.stdout.decode("utf-8", "replace")
