"""On the day a holder changes nobody does anything: search is told all the same."""

import datetime as dt

from search.outbox import note

from . import tenure
from .models import ContactPage

EVERY = 20.0  # seconds between two looks at the calendar

_told: list[dt.date] = []


def tell_search(day: dt.date | None = None) -> int:
    """Note the public cards once for each day (today unless told) and each start of the worker; return how many."""
    day = day or tenure.today()
    if _told == [day]:
        return 0
    cards = list(ContactPage.objects.live().filter(holders__isnull=False).distinct().values_list("pk", flat=True))
    note(cards)
    _told[:] = [day]
    return len(cards)
