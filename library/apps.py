"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "library"
    verbose_name = _("Pictures and documents")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Make renditions whenever a picture is saved."""
        from . import receivers  # noqa: F401 connects the signals
