"""One file to one draft, once: the same content again changes nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from importer.legacy import Kind, LegacyUnreadable, read_document, receipt, refusal

from .drafts import make_draft
from .models import ImportedFile, WaitingPage
from .problems import explain, nothing_in_it
from .site_names import SiteNames

Read = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its receipt, the record of the import, and whether it was new.

    `problem`: why it could not be read; `note`: why it was read and became no draft.
    """

    name: str
    receipt: dict[str, Any]
    record: ImportedFile | None = None
    is_new: bool = False
    problem: str = ""
    note: str = ""


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of a file's content in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Importer:
    """Imports files one by one; `user` is who asked, `is_dry`: only say what would be done."""

    def __init__(self, user: Any = None, is_dry: bool = False) -> None:
        self.user = user
        self.is_dry = is_dry
        self.names = SiteNames()

    def take(self, name: str, read: Read) -> Outcome:
        """Import the content that `read` returns under the name `name`; bad input is an outcome, not an error."""
        try:
            data = read()
            document = read_document(data, self.names.vocabulary())
        except LegacyUnreadable as error:
            problem = explain(error)
            return Outcome(name, refusal(error, problem), problem=problem)
        told = receipt(document)
        if document.kind is Kind.EMPTY:
            note = nothing_in_it()
            return Outcome(name, {**told, "note": note}, note=note)
        if self.is_dry:
            known = ImportedFile.objects.filter(fingerprint=fingerprint(data)).first()
            return Outcome(name, told, known, is_new=known is None)
        with transaction.atomic():
            known = ImportedFile.objects.select_for_update().filter(fingerprint=fingerprint(data)).first()
            if known is not None:
                return Outcome(name, told, known)
            draft = make_draft(document, name, self.names, self.user)
            record = ImportedFile.objects.create(
                name=name[:255],
                fingerprint=fingerprint(data),
                receipt=told,
                page_id=draft.page.pk,
                imported_by=self.user,
            )
            for page, reasons, title in draft.waiting:
                WaitingPage.objects.update_or_create(
                    page_id=page.pk, defaults={"file": record, "reasons": reasons, "working_title": title}
                )
        return Outcome(name, told, record, is_new=True)
