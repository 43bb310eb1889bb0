"""Loads the demo content; loading again changes nothing."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from mission_site.demo.loader import load
from search.outbox import quietly


class Command(BaseCommand):
    """Everything in one transaction; the worker or the first question builds the search index."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say so."""
        with quietly():
            load()
        if options["verbosity"]:
            with translation.override(settings.ADMIN_LANGUAGE):
                self.stdout.write(_("The demo content is there."))
