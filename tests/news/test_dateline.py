"""Datelines say no more than is known, in the reader's language."""

from datetime import date

import pytest
from django.utils import translation

from news.dateline import Dateline

FROM, TO = date(2016, 5, 16), date(2016, 5, 19)


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


def test_a_dateline_without_a_date_is_silent():
    assert Dateline("Rabat", None, None, "day").text == ""
