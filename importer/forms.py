"""The upload of old pages: several files at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MOST = 50


class SeveralFilesInput(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files; empty ones are let through, for the receipt says what is wrong with them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": SeveralFilesInput(), "allow_empty_file": True, **kwargs})

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files; ValidationError when there is none or too many."""
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST:
            raise ValidationError(_("Choose at most %(number)s files at a time.") % {"number": MOST})
        clean = super().clean
        return [clean(file, initial) for file in files]


class UploadForm(forms.Form):
    """What the screen asks for."""

    old_pages = SeveralFilesField(
        label=_("Files of the old site"),
        help_text=_(
            "Text or saved HTML, several at once. Each becomes a draft; a file imported before changes nothing."
        ),
    )
