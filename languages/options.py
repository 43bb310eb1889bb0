"""Registers models for translation, with what StreamFields and pages need."""

from collections.abc import Iterable

from django.db.models import Model
from modeltranslation.translator import TranslationOptions, translator
from wagtail.fields import StreamField


def register(model: type[Model], *fields: str) -> None:
    """Give a model one column per language for each of the fields (none for a page type that adds no text)."""
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": fields}))
    # The original column is a shadow of the default language: indexing it would count every text twice.
    for name in fields:
        model._meta.get_field(name).wagtail_reference_index_ignore = True


def register_all(models: Iterable[type[Model]]) -> None:
    """Register models whose translated fields are named by their attribute `translated_fields`."""
    for model in models:
        register(model, *model.__dict__.get("translated_fields", ()))


def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of all translated fields of a model, inherited ones included, in order of declaration."""
    names = set(translator.get_options_for_model(model).all_fields)
    return tuple(field.name for field in model._meta.get_fields() if field.name in names)


def streamfields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the translated StreamFields of a model."""
    return tuple(name for name in translated_fields(model) if isinstance(model._meta.get_field(name), StreamField))
