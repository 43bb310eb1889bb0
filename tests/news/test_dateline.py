"""Datelines say no more than is known, in the reader's language."""

from datetime import date

import pytest
from django.utils import translation

from news.dateline import Dateline

FROM, TO, FIRST = date(2016, 5, 16), date(2016, 5, 19), date(2016, 6, 1)


@pytest.mark.parametrize(
    ("precision", "end", "language", "text", "machine"),
    [
        ("day", None, "fr", "16 mai 2016", "2016-05-16"),
        ("day", None, "en", "16 May 2016", "2016-05-16"),
        ("range", TO, "fr", "16 au 19 mai 2016", "2016-05-16"),
        ("range", TO, "en", "16 to 19 May 2016", "2016-05-16"),
        ("range", date(2016, 6, 2), "fr", "16 mai au 2 juin 2016", "2016-05-16"),
        ("range", date(2017, 1, 2), "en", "16 May 2016 to 2 January 2017", "2016-05-16"),
        ("month", None, "fr", "mai 2016", "2016-05"),
        ("year", None, "en", "2016", "2016"),
        ("unknown", None, "fr", "", ""),
    ],
)
def test_a_date_is_written_with_the_precision_it_has(precision, end, language, text, machine):
    with translation.override(language):
        dateline = Dateline("Rabat", FROM, end, precision)
        assert dateline.text == text
        assert dateline.datetime == machine


@pytest.mark.parametrize(
    ("start", "end", "language", "text"),
    [
        (FIRST, None, "fr", "1er juin 2016"),
        (FIRST, date(2016, 6, 4), "fr", "1er au 4 juin 2016"),
        (FIRST, date(2016, 7, 1), "fr", "1er juin au 1er juillet 2016"),
        (FROM, FIRST, "en", "16 May to 1 June 2016"),
        (date(2016, 6, 10), date(2016, 6, 11), "fr", "10 au 11 juin 2016"),
    ],
)
def test_french_writes_the_first_of_a_month_as_an_ordinal(start, end, language, text):
    with translation.override(language):
        assert Dateline("Rabat", start, end, "range" if end else "day").text == text


def test_a_dateline_without_a_date_is_silent():
    assert Dateline("Rabat", None, None, "day").text == ""
