"""Who holds a role, seen from Morocco."""

import datetime as dt
from dataclasses import dataclass

import pytest

from contacts import tenure
from contacts.verification import Verification

DAY = dt.date(2026, 3, 10)


@dataclass(frozen=True)
class Person:
    """A holder without a database."""

    name: str
    since: dt.date | None = None
    until: dt.date | None = None


def test_the_first_and_the_last_day_count():
    person = Person("A", dt.date(2026, 1, 1), dt.date(2026, 3, 10))
    assert tenure.present([person], dt.date(2026, 1, 1)) is person
    assert tenure.present([person], DAY) is person
    assert tenure.present([person], dt.date(2025, 12, 31)) is None
    assert tenure.present([person], dt.date(2026, 3, 11)) is None


def test_no_start_means_always_and_no_end_means_still():
    person = Person("A")
    assert tenure.present([person], dt.date.min) is person
    assert tenure.present([person], dt.date.max) is person


def test_a_successor_takes_over_the_day_after():
    first, second = Person("A", None, dt.date(2026, 3, 9)), Person("B", DAY)
    assert tenure.present([second, first], dt.date(2026, 3, 9)) is first
    assert tenure.present([second, first], DAY) is second
    assert tenure.overlaps([first, second]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Person("A"), Person("B")),
        (Person("A", None, DAY), Person("B", DAY)),
        (Person("A", dt.date(2026, 1, 1)), Person("B", DAY)),
        (Person("A", dt.date(2026, 1, 1), dt.date(2026, 12, 31)), Person("B", DAY, DAY)),
    ],
)
def test_two_people_on_the_same_day_are_an_overlap(one, other):
    assert tenure.overlaps([one, other]) == [(one, other)]


def test_the_day_is_the_one_in_morocco():
    assert tenure.today(dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)) == dt.date(2026, 7, 2)
    # During Ramadan 2026 (from 18 February) Morocco is on UTC.
    assert tenure.today(dt.datetime(2026, 3, 1, 23, 30, tzinfo=dt.UTC)) == dt.date(2026, 3, 1)


@pytest.mark.parametrize(
    ("verified_on", "state"),
    [
        (None, Verification.NEVER),
        (DAY, Verification.CURRENT),
        (DAY - dt.timedelta(days=149), Verification.CURRENT),
        (DAY - dt.timedelta(days=150), Verification.SOON),
        (DAY - dt.timedelta(days=180), Verification.SOON),
        (DAY - dt.timedelta(days=181), Verification.DUE),
    ],
)
def test_a_card_is_due_half_a_year_after_it_was_verified(verified_on, state):
    assert Verification.of(verified_on, DAY) is state
