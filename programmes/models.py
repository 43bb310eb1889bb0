"""What the mission does: axes, programmes, and the donors, partners and regions they name."""

from .axes import AxisIndexPage, AxisPage
from .organisations import Organisation, OrganisationLogo
from .parts import ProgrammeDocument, ProgrammeFigure, Strand
from .programme import ProgrammeIndexPage, ProgrammePage
from .regions import Region

__all__ = [
    "AxisIndexPage",
    "AxisPage",
    "Organisation",
    "OrganisationLogo",
    "ProgrammeDocument",
    "ProgrammeFigure",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "Region",
    "Strand",
]
