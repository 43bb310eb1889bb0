"""Why a page has to wait for an officer: what it does not say, as codes that a screen can translate."""

from collections.abc import Sequence

from importer.legacy.document import AxisSection, Dateline, Kind, Piece, PieceKind, Precision

TITLE = "title_missing"
DATE = "date_missing"
DATE_UNSURE = "date_contradictory"
NO_TEXT = "text_missing"
LOST_CHARACTERS = "characters_lost"
AXIS_HEADING = "axis_heading_missing"
AXES_MIXED = "axes_not_told_apart"
_FEWEST_AXES = 2
DATED = frozenset((Kind.NEWS_RELEASE, Kind.STORY, Kind.EVENT, Kind.STATEMENT, Kind.MENU_ONLY))


def reasons(
    kind: Kind,
    pieces: Sequence[Piece],
    dateline: Dateline,
    is_unsure: bool,
    axes: Sequence[AxisSection],
    stated: int = 0,
) -> tuple[str, ...]:
    """Return the reasons; a missing heading of an axis carries the number of the axis (`axis_heading_missing:2`).

    Axes that cannot be told apart carry how many there are, which is `stated`, two at least.
    """
    found: list[str] = []
    if kind is not Kind.CONTACT and not any(piece.kind is PieceKind.TITLE for piece in pieces):
        found.append(TITLE)
    if kind in DATED and dateline.precision is Precision.UNKNOWN:
        found.append(DATE_UNSURE if is_unsure else DATE)
    if kind is Kind.MENU_ONLY:
        found.append(NO_TEXT)
    if kind is Kind.AXES:
        found += [f"{AXIS_HEADING}:{number}" for number, axis in enumerate(axes, 1) if not axis.heading]
        found += [] if axes else [f"{AXES_MIXED}:{max(stated, _FEWEST_AXES)}"]
    if any("\ufffd" in piece.text for piece in pieces):
        found.append(LOST_CHARACTERS)
    return tuple(found)
