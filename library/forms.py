"""The forms with which officers send pictures and documents."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.text import capfirst
from modeltranslation.fields import TranslationField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from languages import registry
from languages.editing.day_inputs import type_day_first

from .inspection import check_document
from .laundry import laundered


class NamesLanguages:
    """Says beside each translated field the name of its language, and tells browsers which one it is."""

    fields: dict[str, Any]
    _meta: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.DateField):
                type_day_first(field)
            column = next((one for one in self._meta.model._meta.fields if one.name == name), None)
            if isinstance(column, TranslationField):
                language = registry.language(column.language)
                field.label = f"{capfirst(column.translated_field.verbose_name)} ({language.name})"
                field.widget.attrs |= {"lang": language.code, "dir": language.direction}


class PictureForm(NamesLanguages, BaseImageForm):
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


class DocumentForm(NamesLanguages, BaseDocumentForm):
    """Looks into a new file before it is kept."""

    def clean_file(self) -> Any:
        """Return the file when it is what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            check_document(file, file.name)
        return file
