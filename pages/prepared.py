"""Keeps the SQL of queries that differ in keys only: writing one with Django costs ten times what running it does."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

from languages import registry

from .recent import Recent
from .together import Part, Rows, fetch_together, sorted_rows, stored_object, together

MOST = 400
# Stand in for keys while a query is written; no site has as many rows, and every column of keys takes the number.
FIRST_STAND_IN = 2_000_000_011

TEXT_STAND_IN = "stands in for a text "

Key = int | str
Keys = Key | Iterable[Key]

_written = Recent()


def fetch_prepared(name: str, parts: Callable[..., dict[str, Part]], **keys: Keys) -> dict[str, Rows]:
    """Return what `fetch_together(**parts(**keys))` returns; its SQL is written once for each name and language.

    Under one name `parts` must always give the same query but for the keys, each a number or a collection of them.
    """
    given, single = _given(keys)
    if not all(given.values()):
        return fetch_together(**parts(**keys))
    stand_ins = _stand_ins(given)
    try:
        written = _written.kept(
            ("rows", name, *_shape(given)),
            lambda: _checked(_written_of(parts(**_keys_of(stand_ins, single))), stand_ins),
            MOST,
        )
    except EmptyResultSet:
        return fetch_together(**parts(**keys))
    with connection.cursor() as cursor:
        cursor.execute(written.sql, _exchanged(written.parameters, stand_ins, given))
        return sorted_rows(written.names, (row[0] for row in cursor.fetchall()))


@dataclass(frozen=True)
class _Rows:
    """How the rows of some parts are fetched."""

    names: tuple[str, ...]
    sql: str
    parameters: tuple[Any, ...]


def _written_of(parts: dict[str, Part]) -> _Rows:
    sql, parameters = together(parts).query.get_compiler(connection=connection).as_sql()
    return _Rows(tuple(parts), sql, tuple(parameters))


def _checked(written: Any, stand_ins: dict[str, list[Key]]) -> Any:
    """Return what was written; raise ValueError when a key went into it in another form, and could not be exchanged."""
    lost = [name for name, values in stand_ins.items() if not set(values) <= {*map(_hashable, written.parameters)}]
    if lost:
        raise ValueError(f"Compared otherwise than as they are: {', '.join(lost)}")
    return written


def _hashable(parameter: Any) -> Any:
    return parameter if isinstance(parameter, int | str) else None


def _given(keys: dict[str, Any]) -> tuple[dict[str, list[Key]], set[str]]:
    """Return all keys as lists, and the names of those that were one key."""
    single = {name for name, value in keys.items() if isinstance(value, int | str)}
    return {name: [value] if name in single else _filled(value) for name, value in keys.items()}, single


def _filled(values: Iterable[Key]) -> list[Key]:
    """Return keys in order, the last repeated up to a power of two: few lengths need SQL of their own."""
    found = sorted(values)  # type: ignore[type-var]  # numbers or texts, never both
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else []


def _shape(given: dict[str, list[Key]]) -> tuple:
    lengths = ((name, len(values)) for name, values in given.items())
    return (registry.current(), connection.vendor, *lengths)


def _stand_ins(given: dict[str, list[Key]]) -> dict[str, list[Key]]:
    """Return other keys of the same kinds, each known among the parameters of a query."""
    numbers = count(FIRST_STAND_IN)
    return {
        name: [next(numbers) if isinstance(value, int) else f"{TEXT_STAND_IN}{next(numbers)}" for value in values]
        for name, values in given.items()
    }


def _keys_of(stand_ins: dict[str, list[Key]], single: set[str]) -> dict[str, Any]:
    return {name: values[0] if name in single else values for name, values in stand_ins.items()}


def _exchanged(parameters: tuple[Any, ...], stand_ins: dict[str, list[Key]], given: dict[str, list[Key]]) -> list[Any]:
    """Return parameters with the real keys in the places of those that stood in."""
    real = {one: value for name in given for one, value in zip(stand_ins[name], given[name], strict=True)}
    # A bool is a number too, but never one that stands in.
    return [real.get(one, one) if isinstance(one, int | str) else one for one in parameters]


def keys_prepared(name: str, make: Callable[[], QuerySet]) -> list[int]:
    """Return the keys that `make()` finds, in its order; its SQL is written once for each name and language.

    Under one name `make` must always give the same query, whatever the content: name what is chosen by its keys.
    """
    try:
        written = _written.kept(("keys", name, *_shape({})), lambda: _keys_written(make()), MOST)
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*written)
        return [row[0] for row in cursor.fetchall()]


def _keys_written(queryset: QuerySet) -> tuple[str, tuple[Any, ...]]:
    sql, parameters = queryset.values_list("pk", flat=True).query.get_compiler(connection=connection).as_sql()
    return sql, tuple(parameters)


@dataclass(frozen=True)
class _Objects:
    """How the objects of a query are made from its rows."""

    sql: str
    parameters: tuple[Any, ...]
    model: type[Model]
    columns: list[str]
    start: int
    end: int
    converters: dict[int, tuple]
    populators: list[Any]
    annotations: dict[str, int]


def objects_prepared(name: str, make: Callable[..., QuerySet], **keys: Keys) -> list[Any]:
    """Return the objects that `make(**keys)` finds, in its order; its SQL is written once for each name and language.

    Under one name `make` must always give the same query but for the keys: numbers or texts compared as they are,
    or collections of them, whose order does not count. It prefetches nothing.
    """
    given, single = _given(keys)
    if not all(given.values()):
        return list(make(**keys))
    stand_ins = _stand_ins(given)
    shape = ("objects", name, *_shape(given))
    try:
        ready = _written.kept(
            shape, lambda: _checked(_objects_of(make(**_keys_of(stand_ins, single))), stand_ins), MOST
        )
    except EmptyResultSet:
        return list(make(**keys))
    with connection.cursor() as cursor:
        cursor.execute(ready.sql, _exchanged(ready.parameters, stand_ins, given))
        rows = cursor.fetchall()
    return [_object(ready, list(row)) for row in rows]


def _objects_of(queryset: QuerySet) -> _Objects:
    compiler = queryset.query.get_compiler(connection=connection)
    sql, parameters = compiler.as_sql(with_col_aliases=False)
    places = compiler.klass_info["select_fields"]
    start, end = places[0], places[-1] + 1
    return _Objects(
        sql,
        tuple(parameters),
        compiler.klass_info["model"],
        [column[0].target.attname for column in compiler.select[start:end]],
        start,
        end,
        compiler.get_converters([column[0] for column in compiler.select[: compiler.col_count]]),
        get_related_populators(compiler.klass_info, compiler.select, connection.alias),  # type: ignore[call-arg]  # typed for Django 6
        compiler.annotation_col_map or {},
    )


def _object(ready: _Objects, row: list[Any]) -> Any:
    for place, (converters, expression) in ready.converters.items():
        for convert in converters:
            row[place] = convert(row[place], expression, connection)
    found = stored_object(ready.model, ready.columns, row[ready.start : ready.end])
    for populator in ready.populators:
        populator.populate(row, found)
    for annotation, place in ready.annotations.items():
        setattr(found, annotation, row[place])
    return found
