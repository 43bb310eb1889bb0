"""Values of a page or form in a shape that can be compared: identifiers, not objects; no editor's housekeeping."""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Manager, Model, QuerySet
from wagtail.blocks import StreamValue

from languages import paths, registry

from .names import in_language

# Draftail gives every paragraph a random key; it is no content.
BLOCK_KEY = re.compile(r'\s*data-block-key=\\?"[^"]*"')


def comparable(value: Any) -> Any:
    """Return a value that is equal for equal content, whether it comes from a form, a revision or the database."""
    if value is None or value == "":
        return ""
    if isinstance(value, StreamValue):
        return BLOCK_KEY.sub("", json.dumps(list(value.get_prep_value()), default=str, sort_keys=True))
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Manager):
        value = value.all()
    if isinstance(value, QuerySet) or (isinstance(value, Iterable) and not isinstance(value, str | bytes | dict)):
        return sorted(str(comparable(item)) for item in value)
    return BLOCK_KEY.sub("", value) if isinstance(value, str) else value


def value_of(instance: Any, name: str) -> Any:
    """Return the comparable value of a field of a model instance."""
    return comparable(getattr(instance, name))


def label_of(model: type[Model], name: str) -> str:
    """Return the label of a field or of a relation to children, as the officer reads it."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    if field.one_to_many:
        return str(field.related_model._meta.verbose_name_plural)
    slugs = {paths.slug_name(code): code for code in registry.codes()}
    return in_language(field.verbose_name, slugs[name]) if name in slugs else str(field.verbose_name)


def children_of(instance: Any, relation: str, names: Iterable[str]) -> list[tuple]:
    """Return the comparable values of the children of an instance, in their order."""
    children = list(getattr(instance, relation).all())
    children.sort(key=lambda child: getattr(child, "sort_order", None) or 0)
    return [tuple(value_of(child, name) for name in names) for child in children]


def posted_children(formset: Any, names: Iterable[str]) -> list[tuple]:
    """Return the same of a validated formset: what will be stored, without the deleted ones."""
    forms = [form for form in formset.forms if form.is_valid() and not form.cleaned_data.get("DELETE")]
    forms = [form for form in forms if form.has_changed() or form.instance.pk or form in formset.initial_forms]
    forms.sort(key=lambda form: form.cleaned_data.get("ORDER") or 0)
    return [tuple(comparable(form.cleaned_data.get(name)) for name in names) for form in forms]


def child_names(formset: Any) -> list[str]:
    """Return the names of the fields of a formset's children that hold content."""
    own = formset.model._meta
    hidden = {"DELETE", "ORDER", own.pk.name}
    return [name for name in formset.form.base_fields if name not in hidden]
