"""Fetches the rows of several tables in one query: what hangs on a page costs one, however much it is."""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import CharField, JSONField, Model, QuerySet, Value
from django.db.models.base import ModelState
from django.db.models.functions import JSONObject
from wagtail.models import AbstractPage

from languages import options, paths, registry

Rows = list[dict[str, Any]]
Part = tuple[QuerySet, dict[str, Any]]
PART = "together_part"


def fetch_together(**parts: Part) -> dict[str, Rows]:
    """Return {name: rows}; each part is a queryset and {key in the row: field name or expression}.

    Rows are plain JSON: dates are ISO text, decimals numbers. A key `order`, where given, sorts the rows; columns of
    a language are to be named as such (languages.registry.field). At most 49 keys a part (SQLite and PostgreSQL).
    """
    return sorted_rows(parts, together(parts) if parts else ())


def together(parts: dict[str, Part]) -> QuerySet:
    """Return the one query of some parts; its only column is what `sorted_rows` reads."""
    first, *others = (_query(name, queryset, fields) for name, (queryset, fields) in parts.items())
    return first.union(*others, all=True) if others else first


def sorted_rows(names: Iterable[str], answers: Iterable[Any]) -> dict[str, Rows]:
    """Return the rows of each part, in its order."""
    rows: dict[str, Rows] = {name: [] for name in names}
    for found in answers:
        row = json.loads(found) if isinstance(found, str) else found
        rows[row.pop(PART)].append(row)
    for found in rows.values():
        found.sort(key=lambda row: (row.get("order") is None, row.get("order") or 0))
    return rows


def _query(name: str, queryset: QuerySet, fields: dict[str, Any]) -> QuerySet:
    # Columns are named by language: modeltranslation's rewriting would change their order in the union.
    plain: Any = queryset.rewrite(False) if hasattr(queryset, "rewrite") else queryset
    # One column only: of two, which comes first would depend on chance.
    row = JSONObject(**{PART: Value(name, output_field=CharField())}, **fields)
    return plain.order_by().annotate(together_row=row).values_list("together_row", flat=True)


def columns(model: type[Model], *names: str) -> dict[str, str]:
    """Return {column: column} of fields of a model, those of every language for translated ones."""
    translated = set(options.translated_fields(model))
    found: list[str] = []
    for name in names:
        found += [registry.field(name, code) for code in registry.codes()] if name in translated else [name]
    fields: dict[str, Any] = {name: model._meta.get_field(name) for name in found}
    return {field.attname: name for name, field in fields.items()}


def public_address() -> tuple[str, ...]:
    """Return the fields of a page that a link to it needs: title, addresses, where it is public."""
    codes = registry.codes()
    by_language = [(paths.slug_name(code), paths.path_name(code), registry.field("published", code)) for code in codes]
    return ("id", "path", "depth", "live", "title", *(name for names in by_language for name in names))


def made(model: type[Model], rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Return objects of a model made from rows of its columns; other columns are fetched when they are asked for."""
    return [_made(model, row) for row in rows]


def _made(model: type[Model], row: dict[str, Any]) -> Any:
    values = {name: read(row[name]) for name, read in _readers(model, tuple(row))}
    return stored_object(model, list(values), list(values.values()))


def stored_object(model: type[Model], names: Sequence[str], values: Sequence[Any]) -> Any:
    """Return the object of a row as `from_db` makes it.

    A page without its constructor, which a stored one does not need: of twenty rows in a list it took a quarter of
    the answer's time. A test compares both for every page type.
    """
    if not issubclass(model, AbstractPage):
        return model.from_db(connection.alias, names, values)
    found = model.__new__(model)
    found._state = ModelState()
    found._state.adding, found._state.db = False, connection.alias
    found.__dict__.update(zip(names, values, strict=True))
    return found


@lru_cache(maxsize=500)
def _readers(model: type[Model], names: tuple[str, ...]) -> list[tuple[str, Callable[[Any], Any]]]:
    """Return the columns of a model among some names, each with what makes its value of plain JSON."""
    fields = [field for field in model._meta.concrete_fields if field.attname in names]
    return [(field.attname, _reader(field)) for field in fields]


def _reader(field: Any) -> Callable[[Any], Any]:
    if isinstance(field, JSONField):
        return lambda value: json.loads(value) if isinstance(value, str) else value
    if hasattr(field, "from_db_value"):
        return lambda value: field.from_db_value(value, None, connection)
    return (lambda value: value) if field.is_relation else field.to_python
