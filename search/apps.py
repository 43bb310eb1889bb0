"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to changes; report to the health page; give the worker its jobs."""
        from pages import health, work

        from . import receivers, state

        receivers.connect()
        health.reports["search"] = state.report
        work.jobs.append(work.Job("search_sync", 0.5, state.sync))
        work.jobs.append(work.Job("search_attachments", 1, state.read_attachments))
        work.jobs.append(work.Job("search_fruitless", 60, state.flush))
