"""The room's application."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    name = "languages"
    verbose_name = _("Languages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the checks, the redirects and the history."""
        from modeltranslation import settings as translation_settings

        from . import checks as checks
        from . import deleted as deleted
        from . import redirects as redirects
        from .editing.day_inputs import register_day_inputs
        from .editing.names import in_language
        from .editing.sessions import tell_what_saving_does
        from .publishing import history as history

        # Its own "Title [fr]" is for developers; read anew each time the name of a field is shown.
        translation_settings.BUILD_LOCALIZED_VERBOSE_NAME = in_language
        register_day_inputs()
        tell_what_saving_does()
        post_migrate.connect(self.fill_new_paths)

    def fill_new_paths(self, app_config: AppConfig, using: str, **kwargs: Any) -> None:
        """Give all pages an address in a language that was just added: the default one, until they have their own."""
        from wagtail.models import get_page_models

        from .paths import fill_new_paths

        model = get_page_models()[0].base_page_model
        if app_config.label == model._meta.app_label:
            fill_new_paths(model, using)
