"""Reads the words out of one file, in a process of its own: `python -m search.attachment_reader pdf FILE`.

A file made to hurt may take all the time and memory it is given; it takes them from this process alone.
"""

import contextlib
import html
import re
import resource
import sys
import zipfile
from collections.abc import Iterable, Iterator

MOST_PAGES = 300
MOST_CHARACTERS = 400_000
LARGEST_PART = 40 * 1024 * 1024  # bytes of an ODT's text once it is unpacked
SECONDS = 20  # of the processor
MEMORY = 1024 * 1024 * 1024
_TAG = re.compile(r"<[^<>]*>")


def limit() -> None:
    """Give this process its share; where a system knows no such limit, the caller's clock must do."""
    for kind, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def pdf(path: str) -> Iterator[str]:
    """Page by page; a file that needs a password has no words for readers."""
    import pypdf

    for page in pypdf.PdfReader(path).pages[:MOST_PAGES]:
        yield page.extract_text()


def word(path: str) -> Iterator[str]:
    """Paragraphs, then the cells of tables, of a Word file (DOCX)."""
    import docx

    content = docx.Document(path)
    yield from (paragraph.text for paragraph in content.paragraphs)
    for table in content.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def open_document(path: str) -> Iterator[str]:
    """The text of an ODT file: its XML without the tags, so that nothing in it is ever expanded."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as part:
        content = part.read(LARGEST_PART).decode("utf-8", "replace")
    body = content.partition("<office:body")[2]
    yield html.unescape(_TAG.sub(" ", body.partition(">")[2]))


READERS = {"pdf": pdf, "docx": word, "odt": open_document}


def joined(parts: Iterable[str]) -> str:
    """The words, as many as are kept."""
    kept, length = [], 0
    for part in parts:
        kept.append(part)
        length += len(part)
        if length > MOST_CHARACTERS:
            break
    return "\n".join(kept)[:MOST_CHARACTERS]


def main(kind: str, path: str) -> None:
    """Print the words of a file."""
    limit()
    sys.stdout.buffer.write(joined(READERS[kind](path)).encode("utf-8", "replace"))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
