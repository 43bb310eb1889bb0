"""The forms with which officers send pictures and documents."""

from typing import Any

from django.db import transaction
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from .inspection import check_document
from .laundry import laundered


class PictureForm(BaseImageForm):
    """Draws a new file afresh and says in plain words what is wrong with one that cannot be used."""

    def clean_file(self) -> Any:
        """Return the file as it will be kept."""
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        clean = laundered(file, file.name)
        clean.content_type = getattr(file, "content_type", "")  # type: ignore[attr-defined]
        return clean

    def save(self, commit: bool = True) -> Any:
        """Save; renditions are made when all is done, for Wagtail deletes the old ones after saving."""
        with transaction.atomic():
            return super().save(commit=commit)


class DocumentForm(BaseDocumentForm):
    """Looks into a new file before it is kept."""

    def clean_file(self) -> Any:
        """Return the file when it is what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            check_document(file, file.name)
        return file
