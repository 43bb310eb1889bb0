"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "contacts"
    verbose_name = _("Press contacts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Bring the contact card to page bodies, the search engine to the directory, and each day to search."""
        from pages import work
        from pages.blocks import registry
        from pages.blocks.loading import register_kind
        from search.registry import kinds

        from . import finding, turning
        from .blocks import ContactBlock, ContactChooserBlock, fetch
        from .engine import by_engine

        register_kind(ContactChooserBlock.kind, fetch)
        registry.register("contact", ContactBlock)
        kinds["contact"] = _("Press contact")
        finding.use(by_engine)
        work.jobs.append(work.Job("contact_turns", turning.EVERY, turning.tell_search))
