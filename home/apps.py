"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell search what a plain page is called."""
        from search import registry

        registry.kinds["page"] = _("Page")
