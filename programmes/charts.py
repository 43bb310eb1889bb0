"""Key figures that belong to a chart, in the order they were entered."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

Figure = Any


def stand_alone(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Return the figures that belong to no chart, as components/key_figures.html takes them."""
    return [figure.as_values() for figure in figures if not figure.series]


def charts(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Return the charts as components/chart.html takes them: title, what, period, source, as_of, rows."""
    by_title: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.series:
            by_title.setdefault(figure.series, []).append(figure)
    return [_chart(title, rows) for title, rows in by_title.items()]


def _chart(title: str, figures: list[Figure]) -> dict[str, Any]:
    last = figures[-1].as_values()
    rows = []
    for figure in figures:
        values = figure.as_values()
        display = f"{values['number']} {values['unit']}".strip()
        row = {"label": figure.period or values["as_of"], "value": float(figure.number), "display": display}
        rows.append(row | {"is_latest": figure is figures[-1]})
    return {
        "title": title,
        "what": last["what"],
        "period": gettext("Period"),
        "source": last["source"],
        "as_of": last["as_of"],
        "rows": rows,
    }
