"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissionSiteConfig(AppConfig):
    name = "mission_site"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"
