"""The panel of the admin's home that shows which translations are to be done."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import get_page_models
from wagtail.permissions import policy_registry

from languages import registry

from .reports import TO_DO, editable_pages, to_do


class TranslationsPanel(Component):
    """Pages that readers see or that are being written, and that some language misses or is behind in."""

    name = "translations_to_do"
    order = 240
    shown = 6
    template_name = "languages/dashboard.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the latest few pages, how many there are, and where the rest is."""
        policy = policy_registry.get_by_type(get_page_models()[0].base_page_model)
        pages = editable_pages(policy, parent_context["request"].user).filter(to_do())
        pages = pages.order_by("-live", "-latest_revision_created_at", "pk")
        return {"pages": list(pages[: self.shown]), "total": pages.count(), "report_url": report_address()}


def report_address() -> str:
    """Return the address of the report of translations."""
    return reverse("languages_report")


def report_address_for(code: str) -> str:
    """Return the address of the report, filtered to what is to be done in a language."""
    query = "&".join(f"{registry.field('translation', code)}={status}" for status in TO_DO)
    return f"{report_address()}?{query}"
