"""Keeps the SQL of queries that differ in keys only: writing one with Django costs ten times what running it does."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from languages import registry

from .together import Part, Rows, fetch_together, sorted_rows, together

MOST = 400
# Stand in for keys while a query is written; no site has as many rows, and every column of keys takes the number.
FIRST_STAND_IN = 2_000_000_011

Keys = int | Iterable[int]
Written = tuple[tuple[str, ...], str, tuple[Any, ...]]

_written: OrderedDict[tuple, Written] = OrderedDict()
_lock = Lock()


def fetch_prepared(name: str, parts: Callable[..., dict[str, Part]], **keys: Keys) -> dict[str, Rows]:
    """Return what `fetch_together(**parts(**keys))` returns; its SQL is written once for each name and language.

    Under one name `parts` must always give the same query but for the keys, each a number or a collection of them.
    """
    given = {key: [value] if isinstance(value, int) else _filled(value) for key, value in keys.items()}
    single = {key for key, value in keys.items() if isinstance(value, int)}
    if not all(given.values()):
        return fetch_together(**parts(**keys))
    stand_ins, number = {}, FIRST_STAND_IN
    for key, values in given.items():
        stand_ins[key] = list(range(number, number + len(values)))
        number += len(values)
    shape = (name, registry.current(), connection.alias, *((key, len(values)) for key, values in given.items()))
    try:
        names, sql, parameters = _write(
            shape, lambda: parts(**{key: ids[0] if key in single else ids for key, ids in stand_ins.items()})
        )
    except EmptyResultSet:
        return fetch_together(**parts(**keys))
    real = {one: value for key in given for one, value in zip(stand_ins[key], given[key], strict=True)}
    with connection.cursor() as cursor:
        # A bool is a number too, but never one that stands in.
        cursor.execute(sql, [real.get(one, one) if isinstance(one, int) else one for one in parameters])
        return sorted_rows(names, (row[0] for row in cursor.fetchall()))


def _filled(values: Iterable[int]) -> list[int]:
    """Return numbers in order, the last repeated up to a power of two: few lengths need SQL of their own."""
    found = sorted(values)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else []


def _write(shape: tuple, parts: Callable[[], dict[str, Part]]) -> Written:
    """Return names, SQL and parameters of a query, from memory where it was written before."""
    with _lock:
        if shape in _written:
            _written.move_to_end(shape)
            return _written[shape]
    made = parts()
    sql, parameters = together(made).query.get_compiler(connection=connection).as_sql()
    written = tuple(made), sql, tuple(parameters)
    with _lock:
        _written[shape] = written
        while len(_written) > MOST:
            _written.popitem(last=False)
    return written
