"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to changes; check the settings; report to the health page; give the worker its jobs."""
        from django.core.checks import register

        from pages import health, work

        from . import checks, receivers, state

        register(checks.check_engine)
        receivers.connect()
        health.reports["search"] = state.report
        work.jobs.append(work.Job("search_sync", 0.5, state.sync))
        work.jobs.append(work.Job("search_attachments", 1, state.read_attachments))
        work.jobs.append(work.Job("search_fruitless", 60, state.flush))
