"""Key figures that belong to a chart, in the order they were entered."""

import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from languages import registry
from languages.borrowed import language_of

Figure = Any
# A year in any digits: "2021", "31 March 2021", "2020-2021", "٢٠٢١".
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


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
    rows = [_row(figure) for figure in figures]
    # Of categories, none is the latest.
    is_series = all(YEAR.search(row["label"]) for row in rows)
    rows[-1]["is_latest"] = is_series
    return {
        "title": title,
        "what": last["what"],
        "period": gettext("Period") if is_series else gettext("Breakdown"),
        "source": last["source"],
        "as_of": last["as_of"],
        "rows": rows,
    }


def _row(figure: Figure) -> dict[str, Any]:
    values = figure.as_values()
    label = figure.period or values["as_of"]
    return {
        "label": label,
        "value": float(figure.number),
        "display": f"{values['number']} {values['unit']}".strip(),
        "unit": values["unit"],
        "is_latest": False,
        "is_part": _is_part(label),
    }


def _is_part(label: str) -> bool:
    """Whether a label names a part of the bar above ("of which women"), in the words of its own language."""
    with registry.active(language_of(label) or registry.current()):
        words = gettext("of which|including|among them").casefold().split("|")
    return any(re.match(rf"\W*{re.escape(word)}\b", label.casefold()) for word in words if word)
