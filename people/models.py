"""Mail that waits to be sent, and the audit log of accounts."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """A message that the worker sends; the row goes when the mail server has taken it."""

    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    sender = models.CharField(_("sender"), max_length=254)
    recipients = models.JSONField(_("recipients"), default=list)
    content = models.BinaryField(_("message as sent"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now, db_index=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")

    def __str__(self) -> str:
        return ", ".join(self.recipients)
