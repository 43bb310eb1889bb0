"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MissionSiteConfig(AppConfig):
    name = "mission_site"
    verbose_name = _("Site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Draw the pictures of shared links at publication; have components drawn apart for the light version."""
        from wagtail.signals import page_published

        from pages import drawn

        from .light import is_light
        from .sharing import draw_after_publication

        drawn.also_depends_on.append(is_light)
        page_published.connect(draw_after_publication, dispatch_uid="mission_site.sharing")
