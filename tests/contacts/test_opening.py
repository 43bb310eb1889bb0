"""Opening hours: read, kept, and asked whether somebody answers."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from contacts.opening import parse_spans, parse_week
from contacts.opening_form import WeekFormField
from contacts.opening_words import opening_in_words, state_in_words, week_in_words

MOROCCO = ZoneInfo("Africa/Casablanca")
WEEK = "Mo-Fr 08:30-12:30,14:00-17:30; Sa 09:00-12:00"


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """A moment of the week from Monday 1 June 2026, in Morocco."""
    return dt.datetime(2026, 6, day, hour, minute, tzinfo=MOROCCO)


@pytest.mark.parametrize("text", [WEEK, "Mo 08:30-17:30", "Su 10:00-11:00", "Mo-Tu 08:00-09:00; Th 08:00-09:00", ""])
def test_what_is_stored_is_read_back_the_same(text):
    assert str(parse_week(text)) == text


@pytest.mark.parametrize("text", ["8:30-12:30", "8h30-12h30", "8 h 30 – 12 h 30", "08.30 - 12.30", "8:30 à 12:30"])
def test_an_officer_may_write_hours_in_several_ways(text):
    assert [str(span) for span in parse_spans(text)] == ["08:30-12:30"]


@pytest.mark.parametrize(
    "text", ["25:00-26:00", "17:00-9:00", "9:00", "morning", "9:00-12:00, 11:00-13:00", "9:00-9:00"]
)
def test_hours_that_make_no_sense_are_refused(text):
    with pytest.raises(ValidationError):
        parse_spans(text)


@pytest.mark.parametrize("text", ["Xx 08:00-09:00", "Mo", "Fr-Zz 08:00-09:00", "Mo 8"])
def test_a_stored_week_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValidationError):
        parse_week(text)


def test_it_is_open_from_the_first_minute_and_closed_from_the_last():
    week = parse_week(WEEK)
    assert week.closes_at(at(1, 8, 29)) is None
    assert week.closes_at(at(1, 8, 30)) == at(1, 12, 30)
    assert week.closes_at(at(1, 12, 30)) is None
    assert week.opens_at(at(1, 12, 30)) == at(1, 14)


def test_after_saturday_it_opens_again_on_monday():
    assert parse_week(WEEK).opens_at(at(6, 12)) == at(8, 8, 30)


def test_a_desk_that_opens_once_a_week_opens_again_in_a_week():
    assert parse_week("Mo 09:00-10:00").opens_at(at(1, 9, 30)) == at(8, 9)


def test_hours_are_moroccan_hours_also_during_ramadan():
    week = parse_week("Su 08:30-09:30")
    # 1 March 2026 is a Sunday in Ramadan (UTC); 7 June a Sunday outside it (UTC+1).
    assert week.closes_at(dt.datetime(2026, 3, 1, 8, 45, tzinfo=dt.UTC))
    assert not week.closes_at(dt.datetime(2026, 3, 1, 7, 45, tzinfo=dt.UTC))
    assert week.closes_at(dt.datetime(2026, 6, 7, 7, 45, tzinfo=dt.UTC))
    assert not week.closes_at(dt.datetime(2026, 6, 7, 8, 45, tzinfo=dt.UTC))


def test_the_state_is_said_in_words():
    week = parse_week(WEEK)
    with translation.override("en"):
        assert state_in_words(week, at(1, 9)) == "Answers now"
        assert state_in_words(week, at(1, 13)) == "Back today at 14:00"
        assert state_in_words(week, at(1, 18)) == "Back tomorrow at 8:30"
        assert state_in_words(week, at(6, 13)) == "Back on Monday at 8:30"
        assert state_in_words(parse_week(""), at(1, 9)) == ""
        assert opening_in_words(at(8, 8, 30), at(6, 13)) == "Monday at 8:30"
        assert week_in_words(week) == "Monday to Friday, 8:30–12:30 and 14:00–17:30; Saturday, 9:00–12:00"


def test_the_form_reads_seven_lines_into_the_stored_week():
    field = WeekFormField(required=False)
    lines = ["8:30-12:30, 14h-17h30"] * 5 + ["9:00-12:00", ""]
    assert field.clean(lines) == WEEK
    assert field.widget.decompress(WEEK)[4:] == ["08:30-12:30, 14:00-17:30", "09:00-12:00", ""]
    assert field.clean([""] * 7) == ""
    assert not field.has_changed(WEEK, lines)


def test_the_form_says_on_which_day_the_fault_is():
    with translation.override("en"), pytest.raises(ValidationError, match="Tuesday: .*noon"):
        WeekFormField(required=False).clean(["", "noon", "", "", "", "", ""])
