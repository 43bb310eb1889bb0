"""Our pictures and documents: credit, alternative text, consent of the people shown, language."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.search import index

from languages import registry

from .choices import document_languages
from .consent import Consent, ConsentMixin
from .inspection import check_document
from .laundry import laundered


class SitePicture(ConsentMixin, AbstractImage):
    """A picture with its credit; alternative text and caption are translated."""

    alt_text = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_(
            "What a person who cannot see the picture should know: “A baker takes bread out of an oven”, "
            "not “photo” and not the caption again."
        ),
    )
    caption = models.CharField(
        _("caption"),
        max_length=400,
        blank=True,
        help_text=_("Who, what, where, when, in one sentence. Pages may say it in their own words."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it and for whom, as it must be printed.")
    )
    shows_people = models.BooleanField(
        _("shows people who can be recognised"),
        default=False,
        help_text=_("A face, a name badge, a tattoo, a house: whatever lets somebody be found."),
    )
    consent = models.CharField(
        _("consent"),
        max_length=12,
        choices=Consent.choices,
        default=Consent.MISSING,
        help_text=_("Without consent no person appears on the site: the picture is left out of every public page."),
    )
    consent_until = models.DateField(
        _("consent valid until"), null=True, blank=True, help_text=_("The last day on which it may be shown.")
    )
    consent_note = models.TextField(
        _("note on consent"),
        blank=True,
        help_text=_("Who agreed, when, and where the signed form is kept. Never shown to readers."),
    )

    file: Any
    # What readers are offered, written by renditions.refresh: a page looks up no renditions.
    sizes = models.JSONField(default=list, blank=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        *(registry.field("alt_text", code) for code in registry.codes()),
        *(registry.field("caption", code) for code in registry.codes()),
        "credit",
        "shows_people",
        "consent",
        "consent_until",
        "consent_note",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [*Image.search_fields, index.SearchField("credit"), index.FilterField("shows_people")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        # Whoever asks for a file is asked for its picture (withholding.access_to).
        indexes: ClassVar = [models.Index(fields=["file"], name="picture_by_file")]

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the active language; a title is a file name more often than not."""
        return self.alt_text or ""

    def clean(self) -> None:
        """Ask for the note that says who agreed."""
        super().clean()
        if self.shows_people and self.consent == Consent.GIVEN and not self.consent_note:
            message = _("Say who agreed, when, and where the signed form is kept.")
            raise ValidationError({"consent_note": message})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is drawn afresh first, so that it brings nothing but its picture."""
        if self.file and not self.file._committed and not getattr(self.file.file, "is_laundered", False):
            self.file = laundered(self.file.file, self.file.name)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)


class SiteRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(SitePicture, on_delete=models.CASCADE, related_name="renditions")
    file_size = models.PositiveIntegerField(_("size in bytes"), default=0, editable=False)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        indexes: ClassVar = [models.Index(fields=["file"], name="rendition_by_file")]


class SiteDocument(AbstractDocument):
    """A file to download, with the language it is written in."""

    language = models.CharField(
        _("language of the document"),
        max_length=10,
        blank=True,
        choices=document_languages,
        help_text=_("The language it is written in; readers see it beside the link. Empty: it has no words."),
    )
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made it, when it was not the mission.")
    )

    admin_form_fields = (*Document.admin_form_fields, "language", "credit")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def format_name(self) -> str:
        """The kind of file as readers know it: PDF, DOCX."""
        return self.file_extension.upper()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is looked into first. Raises ValidationError for one that is not what it says."""
        if self.file and not self.file._committed:
            check_document(self.file.file, self.file.name)
            self._set_document_file_metadata()
        super().save(*args, **kwargs)


def expired_consents(today: date) -> models.QuerySet:
    """Return the pictures whose consent ended before a day."""
    return SitePicture.objects.filter(shows_people=True, consent=Consent.GIVEN, consent_until__lt=today)
