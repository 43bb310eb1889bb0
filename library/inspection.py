"""Looks into uploaded documents: a file must be what its name says, and must not unfold without end."""

import zipfile
from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MAX_UNFOLDED = 300 * 2**20
MAX_RATIO = 200
MAX_ENTRIES = 10_000
SAMPLE = 4096
# What each kind of archive must hold (ECMA-376 part 2; OpenDocument 1.3 part 2, section 3.3).
ARCHIVES = {
    "docx": "[Content_Types].xml",
    "pptx": "[Content_Types].xml",
    "xlsx": "[Content_Types].xml",
    "odt": "mimetype",
    "key": "",
    "zip": "",
}
RUNS_CODE = (".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".jar", ".msi", ".hta", ".lnk")
NOT_WHAT_IT_SAYS = _("This file is not what its name says (%(extension)s). Save it again in its program and send that.")
UNFOLDS_TOO_FAR = _("This archive unfolds to more than we can keep. Send the files one by one.")
HOLDS_CODE = _("This file holds a program (%(name)s). Send it without macros or programs.")
UNKNOWN = _("Files of the kind “%(extension)s” cannot be put on the site.")


def check_document(file: Any, name: str) -> None:
    """Raise ValidationError, in words for an officer, unless an open file may be offered for download."""
    extension = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    file.seek(0)
    head = file.read(SAMPLE)
    if extension in ARCHIVES:
        _check_archive(file, extension)
    elif extension not in SIGNATURES:
        raise ValidationError(UNKNOWN, "unknown", {"extension": extension})
    elif not SIGNATURES[extension](head):
        raise ValidationError(NOT_WHAT_IT_SAYS, "not_what_it_says", {"extension": extension})
    file.seek(0)


def _check_archive(file: Any, extension: str) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ValidationError(NOT_WHAT_IT_SAYS, "not_what_it_says", {"extension": extension}) from error
    if ARCHIVES[extension] and ARCHIVES[extension] not in {entry.filename for entry in entries}:
        raise ValidationError(NOT_WHAT_IT_SAYS, "not_what_it_says", {"extension": extension})
    unfolded = sum(entry.file_size for entry in entries)
    folded = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MAX_ENTRIES or unfolded > MAX_UNFOLDED or unfolded > MAX_RATIO * folded + 2**20:
        raise ValidationError(UNFOLDS_TOO_FAR, code="unfolds_too_far")
    for entry in entries:
        inner = entry.filename.lower()
        if inner.endswith(RUNS_CODE) or inner.endswith("vbaproject.bin"):
            raise ValidationError(HOLDS_CODE, "holds_code", {"name": entry.filename})


def _is_text(head: bytes) -> bool:
    """Whether it is plain text and no page in disguise."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    is_page = start.startswith((b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<body", b"<head"))
    return b"\x00" not in head and not is_page


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(signatures)


SIGNATURES: dict[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    "rtf": _starts(b"{\\rtf"),
    "txt": _is_text,
    "csv": _is_text,
    "vtt": lambda head: head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") and _is_text(head),
    "mp4": lambda head: head[4:8] == b"ftyp",
    "webm": _starts(b"\x1a\x45\xdf\xa3"),
}
