"""Quotation marks inside a quotation are those of its language, however they were typed."""

import pytest

from pages.quotations import inner_quotes

MARKS = ("\u201c", "\u201d")


@pytest.mark.parametrize(
    "typed",
    ["rentrer &quot;debout&quot;.", "rentrer « debout ».", "rentrer «\u202fdebout\u202f».", "rentrer “debout”."],
)
def test_every_kind_of_mark_becomes_the_inner_one(typed):
    assert inner_quotes(typed, MARKS) == "rentrer “debout”."


def test_marks_around_the_whole_are_left_to_the_place():
    assert inner_quotes("&quot;Nous rentrons.&quot;", MARKS) == "Nous rentrons."


def test_two_quotations_in_one_keep_their_words():
    assert inner_quotes("&quot;Un&quot; et (&quot;deux&quot;)", MARKS) == "“Un” et (“deux”)"


def test_apostrophes_and_other_signs_stay():
    assert inner_quotes("l’été à 5 &amp; plus", MARKS) == "l’été à 5 &amp; plus"
