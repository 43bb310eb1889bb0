"""Telephone numbers in the spellings of Moroccan pages."""

import pytest

from importer.legacy.phones import phones_in


@pytest.mark.parametrize(
    "text",
    [
        "+ 212 (0)5 37 00 00 01",
        "+212 5 37 00 00 01",
        "00212 537000001",
        "0537 00 00 01",
        "05.37.00.00.01",
        "(212) 537 00 00 01",
        "+212(0)537-00-00-01",
        "+212-5-37-00-00-01",
        "(+212) 5 37 00 00 01",
        "212 537 00 00 01",
        "Tél.\u00a0: 05\u00a037\u00a000\u00a000\u00a001 Fax : 05 37 00 00 09",
    ],
)
def test_a_number_is_found_in_any_spelling(text: str) -> None:
    assert phones_in(text) == ("+212537000001",)


def test_a_second_number_may_give_only_its_last_digits() -> None:
    assert phones_in("05 37 00 00 01/02") == ("+212537000001", "+212537000002")
    assert phones_in("05 37 00 00 01 / 06 61 00 00 02") == ("+212537000001", "+212661000002")


@pytest.mark.parametrize("text", ["12-15 avril 2013", "2 377 personnes", "037 00 00 01", "1 000 000 de dirhams"])
def test_other_figures_are_no_numbers(text: str) -> None:
    assert phones_in(text) == ()
