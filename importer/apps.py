"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImporterConfig(AppConfig):
    name = "importer"
    verbose_name = _("Old site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Keep drafts that wait for a title or date from being published."""
        from pages import publication

        from .completing import objections

        publication.checks.append(objections)
