"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "pages"
    verbose_name = _("Pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register blocks, checks and what happens at publication."""
        from django.db.backends.signals import connection_created

        from . import changes, checks, receivers  # noqa: F401 connects signals and checks
        from .blocks import standard  # noqa: F401 registers our blocks
        from .work import Job, command, jobs

        jobs.append(Job("make_renditions", 3600, command("make_renditions")))
        jobs.append(Job("forget_changes", 3600, changes.forget_old))
        connection_created.connect(changes.watch_connection, dispatch_uid="pages.changes")
