"""The room's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "contacts"
    verbose_name = _("Press contacts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Bring the contact card to page bodies."""
        from pages.blocks import registry
        from pages.blocks.loading import register_kind

        from .blocks import ContactBlock, ContactChooserBlock, fetch

        register_kind(ContactChooserBlock.kind, fetch)
        registry.register("contact", ContactBlock)
