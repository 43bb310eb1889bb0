"""Programmes and axes as other pages list them: parts of one query (pages.together), and what is made of their rows."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from pages.together import Rows, columns, made, public_address

from .axes import AxisPage
from .programme import ProgrammePage

Part = tuple[QuerySet, dict[str, Any]]
LISTED = (
    *("basepage_ptr", "acronym", "full_name", "lead"),
    *("status", "start", "start_precision", "end", "end_precision"),
)


def below(path: str, found: dict[str, str]) -> dict[str, str]:
    """Return the same columns, reached through a relation."""
    return {column: f"{path}__{name}" for column, name in found.items()}


def programmes_part(programmes: QuerySet) -> Part:
    """Return the part with programmes as lists show them, in the order of the tree."""
    return programmes, {"order": "path"} | columns(ProgrammePage, *LISTED, *public_address())


def programmes_made(rows: Iterable[dict[str, Any]]) -> list[ProgrammePage]:
    """Return the programmes of such rows."""
    return made(ProgrammePage, rows)


def axes_parts() -> dict[str, Part]:
    """Return the parts with all public axes and the public programmes of each."""
    through: Any = ProgrammePage.axes.through  # type: ignore[attr-defined]
    listed = below("programmepage", columns(ProgrammePage, *LISTED, *public_address()))
    axes = AxisPage.objects.published()
    programmes = through.objects.filter(programmepage__in=ProgrammePage.objects.published().values("pk"))
    return {
        "axes": (axes, {"order": "number"} | columns(AxisPage, "basepage_ptr", "number", "lead", *public_address())),
        "programmes_of_axes": (programmes, {"order": "programmepage__path", "axis": "axispage_id"} | listed),
    }


def axes_made(rows: dict[str, Rows]) -> list[AxisPage]:
    """Return the axes of such rows in their order, each with its programmes as `shown_programmes`."""
    axes = made(AxisPage, rows["axes"])
    for axis in axes:
        axis.shown_programmes = programmes_made(row for row in rows["programmes_of_axes"] if row["axis"] == axis.pk)
    return axes
