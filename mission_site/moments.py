"""When pages change by themselves: a desk opens or closes, a day ends."""

import datetime as dt

from contacts.desk import weeks
from contacts.opening import local


def next_change(now: dt.datetime | None = None) -> dt.datetime:
    """Return the next moment (now unless told) at which some page says something else without anybody's doing.

    At midnight in Morocco programmes end, holders change, consents lapse and "tomorrow" becomes "today".
    """
    moment = local(now)
    midnight = local(dt.datetime.combine(moment.date() + dt.timedelta(days=1), dt.time(), tzinfo=moment.tzinfo))
    turns = (week.closes_at(moment) or week.opens_at(moment) for week in weeks())
    return min([midnight, *filter(None, turns)])
