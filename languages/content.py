"""What a page says in one language, as plain data: the same whether it comes from a row, a revision or memory."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import CharField, Model, TextField
from modelcluster.models import get_all_child_relations, get_field_value
from wagtail.fields import StreamField

from . import options, paths, registry

Data = dict[str, Any]

# Draftail gives every paragraph a random key; it is no content.
BLOCK_KEY = re.compile(r"""\s*data-block-key=(["'])[^"']*\1""")


@cache
def columns(model: type[Model], code: str) -> tuple[str, ...]:
    """Return the names of the columns that hold the texts of a language."""
    return tuple(registry.field(name, code) for name in options.translated_fields(model))


@cache
def basis_column(model: type[Model], code: str) -> tuple[str, ...]:
    """Return the name of the column that says what a language was translated from; none for what is no page."""
    return (name,) if options.has_field(model, name := f"translated_from_{code}") else ()


@cache
def relations(model: type[Model]) -> tuple[str, ...]:
    """Return the names of the relations to children that have translated texts, or children that have."""
    found = []
    for relation in get_all_child_relations(model):
        child = relation.related_model
        if options.translated_fields(child) or (child is not model and relations(child)):
            found.append(relation.get_accessor_name())
    return tuple(found)


def snapshot(instance: Any) -> Data:
    """Return the texts of an instance and its children in all languages, in the shape of a revision's content."""
    model: type[Model] = type(instance)
    data = {"pk": instance.pk}
    for code in registry.codes():
        names = columns(model, code) + basis_column(model, code)
        if names and basis_column(model, code):
            names += (paths.slug_name(code),)
        for name in names:
            data[name] = get_field_value(model._meta.get_field(name), instance)
    for relation in relations(model):
        data[relation] = [snapshot(child) for child in getattr(instance, relation).all()]
    return data


MARKUP = re.compile(r"<(?!(?:img|embed|hr)\b)[^>]*>|&nbsp;|\s")


def is_blank_text(text: str) -> bool:
    """Whether a text shows nothing: Draftail posts an empty paragraph for an empty field."""
    return not MARKUP.sub("", text)


def blocks(raw: Any) -> list[Data]:
    """Return the blocks of a StreamField's stored value (JSON text or the list itself); none when it holds no list."""
    if isinstance(raw, str):
        try:
            raw = json.loads(raw or "[]")
        except ValueError:
            return []
    return [block for block in raw or () if isinstance(block, dict)] if isinstance(raw, list) else []


def stripped(value: Any) -> Any:
    """Return a stored value without what is no content: block ids and Draftail's keys; nothing is an empty text."""
    if isinstance(value, str):
        return BLOCK_KEY.sub("", value)
    if isinstance(value, list):
        return [stripped(item) for item in value]
    if isinstance(value, dict):
        is_block = value.keys() >= {"type", "value"}
        return {key: stripped(item) for key, item in value.items() if not (is_block and key == "id")}
    return "" if value is None else value


def value_in(model: type[Model], data: Data, name: str) -> Any:
    """Return the content of one column of a snapshot or revision, comparable."""
    field = model._meta.get_field(name)
    raw = data.get(name)
    return stripped(blocks(raw)) if isinstance(field, StreamField) else stripped(raw)


def is_empty(model: type[Model], data: Data, code: str) -> bool:
    """Whether nothing at all is said in a language."""
    if any(value_in(model, data, name) not in ("", []) for name in columns(model, code)):
        return False
    return all(is_empty(child_model(model, relation), row, code) for relation, row in _children(model, data))


def differs(model: type[Model], draft: Data, live: Data | None, code: str) -> bool:
    """Whether a draft says something else in a language than what is live (None: nothing is).

    Children are compared by primary key; whether there are more or fewer of them is one fact for all languages.
    """
    live_data = live or {}
    if any(value_in(model, draft, name) != value_in(model, live_data, name) for name in columns(model, code)):
        return True
    slug = paths.slug_name(code)
    if live is not None and basis_column(model, code) and draft.get(slug) and draft[slug] != live.get(slug):
        return True
    for relation, row in _children(model, draft):
        child = child_model(model, relation)
        known = {other["pk"]: other for other in live_data.get(relation, ()) if other.get("pk")}
        if differs(child, row, known.get(row.get("pk")), code):
            return True
    return False


@cache
def child_model(model: type[Model], relation: str) -> type[Model]:
    """Return the model of the children of a relation."""
    return next(
        found.related_model for found in get_all_child_relations(model) if found.get_accessor_name() == relation
    )


def _children(model: type[Model], data: Data) -> Iterator[tuple[str, Data]]:
    for relation in relations(model):
        for row in data.get(relation) or ():
            yield relation, row


class Undo(list):
    """Values that were replaced: (instance, name of the attribute, value), and the lists of children they stood in."""

    def __init__(self) -> None:
        super().__init__()
        self.children: list[tuple[Any, str, list[Any]]] = []

    def restore(self) -> None:
        """Put them back; once saved, an instance reads its children from the database again, unless given them."""
        for instance, name, value in self:
            setattr(instance, name, value)
        for instance, relation, children in self.children:
            getattr(instance, relation).set(children)
        self.clear()
        self.children.clear()


def put(instance: Any, code: str, data: Data | None, undo: Undo | None = None, *, loaded_only: bool = False) -> None:
    """Give an instance and its children the texts of a language from data (None: empty it), children by primary key.

    `undo` collects what was there; with `loaded_only`, children that are not in memory are left to the database.
    """
    model: type[Model] = type(instance)
    for name in columns(model, code) + basis_column(model, code):
        field: Any = model._meta.get_field(name)
        if undo is not None:
            undo.append((instance, name, getattr(instance, name)))
        setattr(instance, name, field.to_python(data.get(name)) if data else _nothing(field))
    for relation in relations(model):
        manager = getattr(instance, relation)
        if loaded_only and not manager.is_deferring:
            continue
        known = {row["pk"]: row for row in (data or {}).get(relation) or () if row.get("pk")}
        children = manager.get_object_list()
        if undo is not None and children:
            undo.children.append((instance, relation, list(children)))
        for child in children:
            put(child, code, known.get(child.pk), undo)


def _nothing(field: Any) -> Any:
    if isinstance(field, StreamField):
        return field.to_python(None)
    return "" if isinstance(field, CharField | TextField) else None
