"""The dateline: a place and a date with the precision it has."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext


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
        if self.start is None or self.precision == "unknown":
            return ""
        if self.precision == "year":
            return str(self.start.year)
        if self.precision == "month":
            return date_format(self.start, pgettext("date format", "F Y"))
        if self.precision == "range" and self.end and self.end != self.start:
            return self._range(self.start, self.end)
        return date_format(self.start, pgettext("date format", "j F Y"))

    def _range(self, start: date, end: date) -> str:
        full = pgettext("date format", "j F Y")
        if (start.year, start.month) == (end.year, end.month):
            first = date_format(start, pgettext("first day of a range within one month", "j"))
        elif start.year == end.year:
            first = date_format(start, pgettext("first day of a range within one year", "j F"))
        else:
            first = date_format(start, full)
        return gettext("%(first)s to %(last)s") % {"first": first, "last": date_format(end, full)}

    @property
    def datetime(self) -> str:
        """The start for HTML's time element, as precise as it is known (HTML, section 4.5.14)."""
        if self.start is None or self.precision == "unknown":
            return ""
        length = {"year": 4, "month": 7}.get(self.precision, 10)
        return self.start.isoformat()[:length]
