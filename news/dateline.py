"""The dateline: a place and a date with the precision it has."""

from dataclasses import dataclass
from datetime import date

from pages.formats import format_dates


@dataclass(frozen=True)
class Dateline:
    """Place (may be empty), first and last day (None when unknown) and precision (NewsPage.Precision)."""

    place: str
    start: date | None
    end: date | None
    precision: str

    @property
    def text(self) -> str:
        """The date in the active language, with no more precision than is known; empty when unknown."""
        return format_dates(self.start, self.end, self.precision)

    @property
    def datetime(self) -> str:
        """The start for HTML's time element, as precise as it is known (HTML, section 4.5.14)."""
        if self.start is None or self.precision == "unknown":
            return ""
        length = {"year": 4, "month": 7}.get(self.precision, 10)
        return self.start.isoformat()[:length]
