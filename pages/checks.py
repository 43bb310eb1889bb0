"""Rules that every page type keeps, said by `manage.py check`."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core import checks
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from modeltranslation.translator import translator
from wagtail.models import get_page_models


@checks.register("pages")
def check_page_types(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[checks.CheckMessage]:
    """Return what is wrong with the page types of the site."""
    from .models import BasePage

    return [fault for model in get_page_models() if model is not BasePage for fault in _faults(model)]


def _faults(model: Any) -> Iterator[checks.CheckMessage]:
    from .models import ContentPage

    if not issubclass(model, ContentPage):
        yield checks.Error("Page types extend pages.ContentPage.", obj=model, id="pages.E001")
    if not getattr(translator._registry.get(model), "registered", False):
        yield checks.Error(
            "Register the page type in its translation.py, even without fields.", obj=model, id="pages.E002"
        )
    if not getattr(model, "search_kind", ""):
        hint = "Set search_kind to a short word, or to None when readers should not find it."
        if getattr(model, "search_kind", "") is not None:
            yield checks.Warning("Search does not know what this page type is.", hint=hint, obj=model, id="pages.W001")
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        yield checks.Warning(f"There is no template {model.template}.", obj=model, id="pages.W002")
