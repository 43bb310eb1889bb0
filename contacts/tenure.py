"""Who holds a role on a day: no start means always, no end means still, both days count."""

import datetime as dt
from collections.abc import Iterable
from itertools import combinations
from typing import Protocol, TypeVar

from django.utils import timezone


class Tenure(Protocol):
    """A time in a role."""

    @property
    def since(self) -> dt.date | None:
        """The first day."""

    @property
    def until(self) -> dt.date | None:
        """The last day."""


T = TypeVar("T", bound=Tenure)


def today(now: dt.datetime | None = None) -> dt.date:
    """Return the date in Morocco (settings.TIME_ZONE), whatever time zone an officer has chosen for the admin."""
    return timezone.localtime(now, timezone.get_default_timezone()).date()


def covers(tenure: Tenure, day: dt.date) -> bool:
    """Whether the role was held on that day, the first and the last day included."""
    return (tenure.since is None or tenure.since <= day) and (tenure.until is None or day <= tenure.until)


def present(holders: Iterable[T], day: dt.date | None = None) -> T | None:
    """Return who holds the role on a day (today unless told), the latest to start first; None: it is vacant."""
    on = day or today()
    held = [holder for holder in holders if covers(holder, on)]
    return max(held, key=lambda holder: holder.since or dt.date.min, default=None)


def is_unconfirmed(holders: Iterable[Tenure], verified_on: dt.date | None, day: dt.date | None = None) -> bool:
    """Whether the e-mail and numbers of a card may still be those of the one who held the role before.

    So when the present holder began after the card was last verified, until it is verified on that first day or
    later. A card that was never verified is in doubt when somebody held the role before; without a known first day,
    or with nobody in the role, there is no doubt.
    """
    holders = list(holders)
    return is_unconfirmed_under(present(holders, day), holders, verified_on)


def is_unconfirmed_under(holder: Tenure | None, holders: Iterable[Tenure], verified_on: dt.date | None) -> bool:
    """Whether it will be so, or is, under this holder."""
    if holder is None or holder.since is None:
        return False
    if verified_on is not None:
        return verified_on < holder.since
    return any(other is not holder and (other.since or dt.date.min) < holder.since for other in holders)


def vacant_from(holders: Iterable[Tenure], day: dt.date | None = None) -> dt.date | None:
    """Return the first day, from a day on (today unless told), on which nobody holds the role; None: never."""
    holders, free = list(holders), day or today()
    while held := [holder for holder in holders if covers(holder, free)]:
        ends = [holder.until for holder in held if holder.until is not None]
        if len(ends) < len(held):
            return None
        free = max(ends) + dt.timedelta(days=1)
    return free


def overlaps(holders: Iterable[T]) -> list[tuple[T, T]]:
    """Return the pairs who would hold the role on the same day."""
    return [
        (one, other)
        for one, other in combinations(holders, 2)
        if (one.since or dt.date.min) <= (other.until or dt.date.max)
        and (other.since or dt.date.min) <= (one.until or dt.date.max)
    ]


def is_backwards(tenure: Tenure) -> bool:
    """Whether the end comes before the start."""
    return tenure.since is not None and tenure.until is not None and tenure.until < tenure.since
