"""The text of attached documents (PDF, DOCX, plain text), read once per file."""

import logging
from typing import Any

import docx
import pypdf

from .models import AttachmentText

logger = logging.getLogger(__name__)

LARGEST_FILE = 30 * 1024 * 1024
MOST_PAGES = 300
MOST_CHARACTERS = 400_000


def text_of(document: Any) -> str:
    """Return the text of a document, from the table when its file was read before; empty when it has none."""
    file_hash = document.get_file_hash()
    if not file_hash:
        return ""
    known = AttachmentText.objects.filter(pk=file_hash).values_list("text", flat=True).first()
    if known is None:
        known = extract(document)
        AttachmentText.objects.update_or_create(pk=file_hash, defaults={"text": known})
    return known


def extract(document: Any) -> str:
    """Read the text out of a file; a damaged or oversized one has none, and is logged."""
    reader = READERS.get(document.file_extension.lower())
    try:
        if reader is None or document.get_file_size() > LARGEST_FILE:
            return ""
        with document.file.open("rb") as file:
            text = reader(file)
    except Exception as error:  # whatever a damaged file raises, the page stays searchable without it
        logger.warning("No text from document %s: %s: %s", document.pk, type(error).__name__, error)
        return ""
    return text.replace("\0", " ")[:MOST_CHARACTERS]


def _pdf(file: Any) -> str:
    parts, length = [], 0
    for page in pypdf.PdfReader(file).pages[:MOST_PAGES]:
        parts.append(page.extract_text())
        length += len(parts[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n".join(parts)


def _docx(file: Any) -> str:
    content = docx.Document(file)
    cells = [cell.text for table in content.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in content.paragraphs), *cells])


def _plain(file: Any) -> str:
    return file.read(MOST_CHARACTERS * 4).decode("utf-8", "replace")


READERS = {"pdf": _pdf, "docx": _docx, "txt": _plain, "csv": _plain}
