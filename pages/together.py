"""Fetches the rows of several small tables in one query: what hangs on a page costs one, however much it is."""

import json
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import JSONObject

Rows = list[dict[str, Any]]


def fetch_together(**parts: tuple[QuerySet, dict[str, Any]]) -> dict[str, Rows]:
    """Return {name: rows}; each part is a queryset and {key in the row: field name or expression}.

    Rows are plain JSON: dates are ISO text, decimals numbers. A key `order`, where given, sorts the rows; columns of
    a language are to be named as such (languages.registry.field).
    """
    queries = [
        queryset.order_by()
        .annotate(together_part=Value(name, output_field=CharField()), together_row=JSONObject(**fields))
        .values_list("together_part", "together_row")
        for name, (queryset, fields) in parts.items()
    ]
    rows: dict[str, Rows] = {name: [] for name in parts}
    first, *others = queries
    for name, row in first.union(*others, all=True) if others else first:
        rows[name].append(json.loads(row) if isinstance(row, str) else row)
    for found in rows.values():
        found.sort(key=lambda row: (row.get("order") is None, row.get("order") or 0))
    return rows
