"""Fetches the rows of several tables in one query: what hangs on a page costs one, however much it is."""

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import CharField, JSONField, Model, QuerySet, Value
from django.db.models.functions import JSONObject

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
    fields = [field for field in model._meta.concrete_fields if field.attname in row]
    values = [_value(field, row[field.attname]) for field in fields]
    return model.from_db("default", [field.attname for field in fields], values)


def _value(field: Any, value: Any) -> Any:
    if isinstance(field, JSONField):
        return json.loads(value) if isinstance(value, str) else value
    if hasattr(field, "from_db_value"):
        return field.from_db_value(value, None, connection)
    return value if field.is_relation else field.to_python(value)
