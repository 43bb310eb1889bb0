"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers and have the worker send mail."""
        from pages import work

        from . import receivers as receivers
        from .mail import deliver

        work.jobs.append(work.Job("mail", 5, deliver))
