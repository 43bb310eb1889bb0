"""From when to when a programme runs, in words."""

from typing import Any

from django.utils.translation import gettext

from pages.formats import PeriodPrecision, format_day

# The fields that say whether and when a programme ended.
OF_THE_END = ("status", "end", "end_precision")


def end_in_words(programme: Any) -> str:
    """Return the end in the active language; empty when it is not known."""
    return format_day(programme.end, programme.end_precision) if programme.end else ""


def period_in_words(programme: Any) -> str:
    """Return the period of a programme in the active language, as precise as it is known; empty when it is not."""
    start = format_day(programme.start, programme.start_precision) if programme.start else ""
    end = end_in_words(programme)
    values = {"start": start, "end": end}
    if start and end:
        precise = PeriodPrecision.YEAR not in (programme.start_precision, programme.end_precision)
        return (gettext("from %(start)s to %(end)s") if precise else gettext("%(start)s to %(end)s")) % values
    if start:
        return (gettext("from %(start)s on") if programme.status == "planned" else gettext("since %(start)s")) % values
    return gettext("until %(end)s") % values if end else ""


def closed_notices(programmes: Any) -> list[dict[str, Any]]:
    """Return the notices of those programmes that are closed: what every page about them must say."""
    return [notice for programme in programmes if (notice := programme.closed_notice)]
