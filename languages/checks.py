"""System checks: rules of the bilingual layer that every model keeps."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import ForeignKey, ManyToManyField, Model
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from . import options, registry


def every_page_is_registered(models: list[type[Model]]) -> Iterator[CheckMessage]:
    """Every concrete page type is registered for translation, even with no text of its own."""
    for model in models:
        if not model._meta.abstract and not options.is_registered(model):
            yield Error(
                f"{model._meta.label} is not registered for translation.",
                hint="Add register(Model, ...fields) to the room's translation.py, with no field if it adds no text.",
                obj=model,
                id="languages.E001",
            )


def no_relation_is_translated(models: list[type[Model]]) -> Iterator[CheckMessage]:
    """No foreign key is registered: modeltranslation would change the managers of the model it points to."""
    for model in models:
        for name in options.translated_fields(model):
            if isinstance(model._meta.get_field(name), ForeignKey | ManyToManyField):
                yield Error(
                    f"{model._meta.label}.{name} is a relation and registered for translation.",
                    hint="Leave it out: what must differ by language goes into child rows with a language.",
                    obj=model,
                    id="languages.E002",
                )


def translated_streamfields_may_be_empty(models: list[type[Model]]) -> Iterator[CheckMessage]:
    """A translated StreamField is blank and so are its languages: a page may exist in one of them only."""
    for model in models:
        for name in options.streamfields(model):
            fields: list[Any] = [model._meta.get_field(registry.field(name, code)) for code in registry.codes()]
            fields.append(model._meta.get_field(name))
            if any(isinstance(one, StreamField) and not _may_be_empty(one) for one in fields):
                yield Error(
                    f"{model._meta.label}.{name} is a translated StreamField that must be filled.",
                    hint="Give it blank=True; what a publication demands is named by required_to_publish.",
                    obj=model,
                    id="languages.E003",
                )


def _may_be_empty(field: Any) -> bool:
    return bool(field.blank and not field.stream_block.meta.required)


@register()
def check_languages(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Run the checks of the bilingual layer."""
    models = apps.get_models()
    return [
        *every_page_is_registered(get_page_models()),
        *no_relation_is_translated(models),
        *translated_streamfields_may_be_empty(models),
    ]
