"""What was imported: each file once, with its receipt, and the pages that wait for an officer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedFile(models.Model):
    """A file of the old site that became a draft; the same content is never imported twice."""

    name = models.CharField(_("file"), max_length=255)
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    receipt = models.JSONField(_("receipt"), default=dict, editable=False)
    # When somebody deletes the draft the file may be imported again.
    page = models.ForeignKey(
        settings.WAGTAIL_PAGE_MODEL, verbose_name=_("page"), on_delete=models.CASCADE, related_name="imported_files"
    )
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("imported by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ("-imported_at", "-pk")
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")

    def __str__(self) -> str:
        return self.name


class WaitingPage(models.Model):
    """An imported draft that an officer has to complete before it can be published."""

    page = models.OneToOneField(
        settings.WAGTAIL_PAGE_MODEL, verbose_name=_("page"), on_delete=models.CASCADE, related_name="waiting"
    )
    file = models.ForeignKey(
        ImportedFile, verbose_name=_("file"), on_delete=models.CASCADE, related_name="waiting_pages"
    )
    reasons = models.JSONField(default=list, editable=False)
    # What stands in the title until somebody gives one.
    working_title = models.CharField(max_length=255, blank=True, editable=False)

    class Meta:
        ordering = ("file", "pk")
        verbose_name = _("page to complete")
        verbose_name_plural = _("pages to complete")

    def __str__(self) -> str:
        return str(self.page)
