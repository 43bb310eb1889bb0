"""What a page type needs to be written in several languages: its form, and a preview in each language."""

from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from wagtail.admin.forms.pages import CopyForm, WagtailAdminPageForm

from languages import registry

from .copy_form import FreeCopyForm
from .forms import TranslatedPageForm


class EditedByLanguage:
    """Mixed into the abstract ContentPage, before the base page: Wagtail sets a form of its own on the base page."""

    base_form_class: ClassVar[type[WagtailAdminPageForm]] = TranslatedPageForm
    copy_form_class: ClassVar[type[CopyForm]] = FreeCopyForm

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """One preview for each language, the ones with a title first."""
        languages = sorted(
            registry.all_languages(), key=lambda one: not getattr(self, registry.field("title", one.code))
        )
        return [(language.code, language.name) for language in languages]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Render the page in the language of the mode, whatever the language of the admin."""
        code = mode_name if mode_name in registry.codes() else registry.default()
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = super().serve_preview(request, mode_name)  # type: ignore[misc]
            if hasattr(response, "render") and not response.is_rendered:
                response.render()
            return response
