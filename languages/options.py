"""Registers models for translation, with what StreamFields, pages and the admin's own search need."""

import copy
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from modeltranslation.translator import TranslationOptions, translator
from wagtail.fields import StreamField
from wagtail.search import index

from . import registry
from .borrowed import mark_what_is_lent


def register(model: type[Model], *fields: str) -> None:
    """Give a model one column per language for each of the fields (none for a page type that adds no text)."""
    translator.register(model, type(f"{model.__name__}Translation", (TranslationOptions,), {"fields": fields}))
    for name in fields:
        # The original column is a shadow of the default language: indexing it would count every text twice.
        shadow: Any = model._meta.get_field(name)
        shadow.wagtail_reference_index_ignore = True
        for code in registry.codes():
            _allow_empty(model._meta.get_field(registry.field(name, code)))
    mark_what_is_lent(model, fields)
    _index_every_language(model)
    translated_fields.cache_clear()


def register_all(models: Iterable[type[Model]]) -> None:
    """Register models whose translated fields are named by their attribute `translated_fields`."""
    for model in models:
        register(model, *model.__dict__.get("translated_fields", ()))


def is_registered(model: type[Model]) -> bool:
    """Whether this very model was registered for translation."""
    return bool(translator._get_options_for_model(model).registered)


@cache
def translated_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of all translated fields of a model, inherited ones included, in order of declaration."""
    names = set(translator._get_options_for_model(model).all_fields)
    return tuple(field.name for field in model._meta.get_fields() if field.name in names)


def streamfields(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the translated StreamFields of a model."""
    return tuple(name for name in translated_fields(model) if isinstance(model._meta.get_field(name), StreamField))


def _allow_empty(field: object) -> None:
    """Let a StreamField be empty in one language: it took over whether the original one is required."""
    if isinstance(field, StreamField):
        field.block_opts = {**field.block_opts, "required": False}
        field.__dict__.pop("stream_block", None)


def _index_every_language(model: Any) -> None:
    """Replace search fields on translated texts, which would hold the active language, by one for each language."""
    if not issubclass(model, index.Indexed):
        return
    names = set(translated_fields.__wrapped__(model))
    entries = []
    for entry in model.search_fields:
        if getattr(entry, "field_name", None) not in names or isinstance(entry, index.RelatedFields):
            entries.append(entry)
            continue
        if isinstance(entry, index.FilterField):
            entries.append(entry)
        entries += [_in_language(entry, code) for code in registry.codes()]
    model.search_fields = entries


def _in_language(entry: index.BaseField, code: str) -> index.BaseField:
    found = copy.copy(entry)
    found.field_name = registry.field(entry.field_name, code)
    return found


def has_field(model: type[Model], name: str) -> bool:
    """Whether a model has a field of that name."""
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
