"""Writes many rows of a table from plain values: an object for each of a hundred thousand pages costs more than its row."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import AutoField, Field, Model


class Rows:
    """Rows that are all like one object, but for the columns that are given. Signals are not sent."""

    def __init__(self, example: Model, model: type[Model]) -> None:
        fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, AutoField)]
        self.table = model._meta.db_table
        self.fields: dict[str, Field] = {field.attname: field for field in fields}
        self.alike = {
            name: field.get_db_prep_save(field.pre_save(example, True), connection)
            for name, field in self.fields.items()
        }

    def insert(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write the rows; what is none of this table's columns (attribute names) is passed over."""
        insert(self.table, [str(field.column) for field in self.fields.values()], map(self._values, rows))

    def _values(self, row: Mapping[str, Any]) -> list[Any]:
        own = ((name, row[name]) for name in self.fields if name in row)
        given = {name: self.fields[name].get_db_prep_save(value, connection) for name, value in own}
        return list((self.alike | given).values())


def insert(table: str, columns: Iterable[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows of database values into some columns of a table."""
    names = [connection.ops.quote_name(column) for column in columns]
    places = ", ".join(["%s"] * len(names))
    statement = f"INSERT INTO {connection.ops.quote_name(table)} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 no value in it
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(rows))
