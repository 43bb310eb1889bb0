"""Forgets the second factor of somebody who lost the telephone; the next sign-in sets up a new one."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django_otp.plugins.otp_totp.models import TOTPDevice

from people.audit import note
from people.sessions import end_sessions


class Command(BaseCommand):
    """manage.py forget_second_factor NAME"""

    help = "Forgets the second factor of an account and ends its sessions."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name of the account."""
        parser.add_argument("name")

    def handle(self, *args: Any, name: str, **options: Any) -> None:
        """Remove the device; exit code 1 when there is no such account."""
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account {name}.")
        removed, _rows = TOTPDevice.objects.filter(user=user).delete()
        end_sessions(user)
        note(user, "people.second_factor_removed")
        self.stdout.write(f"{name}: {removed} second factor{'' if removed == 1 else 's'} forgotten.")
