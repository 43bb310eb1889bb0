"""Our pictures and documents: credit, alternative text and language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SitePicture(AbstractImage):
    """A picture with its credit; alternative text and caption are translated."""

    alt_text = models.CharField(_("alternative text"), max_length=250, blank=True)
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")


class SiteRendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(SitePicture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class SiteDocument(AbstractDocument):
    """A file to download, with the language it is written in."""

    language = models.CharField(_("language of the document"), max_length=10, blank=True)
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*Document.admin_form_fields, "language", "credit")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
