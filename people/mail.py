"""Mail leaves by the worker: no request waits for a mail server, and none fails because it is down."""

import datetime as dt
import smtplib
from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend
from django.utils import timezone

from .models import OutgoingMail

BATCH = 50
# Tried again after 1, 2, 4 ... minutes, at most every hour, for about two days; then the row stays, with its error.
LONGEST_PAUSE = dt.timedelta(hours=1)
MOST_ATTEMPTS = 54


class Outbox(BaseEmailBackend):
    """Keeps messages in the database, in the transaction of what they tell about."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep messages for the worker; return how many."""
        rows = [
            OutgoingMail(
                sender=message.from_email,
                recipients=message.recipients(),
                content=message.message().as_bytes(linesep="\r\n"),  # type: ignore[call-arg]  # Django's own MIME classes
            )
            for message in email_messages
            if message.recipients()
        ]
        return len(OutgoingMail.objects.bulk_create(rows))


def deliver() -> int:
    """Send what is due; return how many messages the mail server took. Never raises for a server that is down."""
    waiting = OutgoingMail.objects.filter(due_at__lte=timezone.now(), attempts__lt=MOST_ATTEMPTS)[:BATCH]
    rows = list(waiting)
    if not rows:
        return 0
    backend = SmtpBackend(timeout=settings.EMAIL_TIMEOUT)
    try:
        backend.open()
    except OSError as error:
        for row in rows:
            postpone(row, error)
        return 0
    try:
        # Without a connection, open() has raised.
        return sum(_sent(backend.connection, row) for row in rows)  # type: ignore[arg-type]
    finally:
        backend.fail_silently = True
        backend.close()


def _sent(connection: smtplib.SMTP, row: OutgoingMail) -> bool:
    try:
        connection.sendmail(row.sender, row.recipients, bytes(row.content))
    except OSError as error:  # smtplib's errors are OSErrors
        postpone(row, error)
        return False
    row.delete()
    return True


def postpone(row: OutgoingMail, error: Exception) -> None:
    """Note why a message was not sent, and when to try again."""
    pause = min(dt.timedelta(minutes=2 ** min(row.attempts, 10)), LONGEST_PAUSE)
    row.attempts += 1
    row.due_at = timezone.now() + pause
    row.last_error = f"{type(error).__name__}: {error}"[:300]
    row.save(update_fields=["attempts", "due_at", "last_error"])
