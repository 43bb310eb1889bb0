"""Registers programmes, axes and their lists for translation."""

import pages.translation  # noqa: F401 the base page must be registered before its descendants
from languages.options import register

from .models import (
    AxisIndexPage,
    AxisPage,
    Organisation,
    ProgrammeFigure,
    ProgrammeIndexPage,
    ProgrammePage,
    Region,
    Strand,
)

register(Region, "name")
register(Organisation, "name", "acronym")
register(AxisIndexPage, "lead", "body")
register(AxisPage, "lead", "body")
register(ProgrammeIndexPage, "lead", "body")
register(ProgrammePage, "lead", "body", "acronym", "full_name", "countries")
register(Strand, "name", "description")
register(ProgrammeFigure, "unit", "label", "source", "series", "period")
