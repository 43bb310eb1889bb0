"""Dates in the English admin have the day first and cannot be mistaken."""

import datetime as dt

import pytest
from django.utils import formats, translation

MOMENT = dt.datetime(2024, 12, 1, 19, 39)


@pytest.mark.parametrize("name", ["DATE_FORMAT", "SHORT_DATE_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"])
def test_english_dates_have_the_day_first_and_the_month_as_a_word(name):
    with translation.override("en"):
        said = formats.date_format(MOMENT, name)
    assert said.startswith("1 Dec") and "p.m." not in said and ("19:39" in said) == ("TIME" in name)


def test_what_is_typed_day_first_in_english_is_read_so():
    with translation.override("en"):
        assert "%m/%d/%Y" not in formats.get_format("DATE_INPUT_FORMATS")
        assert formats.get_format("DATE_INPUT_FORMATS")[0] == "%d/%m/%Y"
