"""Telephone numbers: any spelling in, one spelling kept, two spellings out."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from contacts import telephones

SPELLINGS = [
    "05 37 65 28 81",
    "0537-652881",
    "0537652881",
    "+212 5 37 65 28 81",
    "+212 (0)5 37 65 28 81",
    "00212537652881",
    "tel:+212-537-65-28-81",
    "05.37.65.28.81",
    "05\u00a037\u202f65 28\u201181",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_number_is_kept_as_the_same_e164(spelling):
    assert telephones.parse(spelling) == "+212537652881"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_number_is_found_by_the_same_digits(spelling):
    assert telephones.digits_to_find(spelling) in telephones.parse(spelling)


@pytest.mark.parametrize("text", ["12", "05 37 65", "05 37 65 28 811", "call me", "", "+999 1", "\x00", "٠٥"])
def test_what_cannot_be_a_number_is_refused(text):
    with pytest.raises(ValidationError):
        telephones.parse(text)


def test_an_extension_has_its_own_field():
    with translation.override("en"), pytest.raises(ValidationError, match="extension"):
        telephones.parse("05 37 65 28 81 ext. 12")


def test_a_possible_number_outside_the_numbering_plan_is_accepted_and_known_as_doubtful():
    number = telephones.parse("05 00 00 00 01")
    assert number == "+212500000001"
    assert not telephones.is_valid(number)
    assert telephones.is_valid("+212537652881")


def test_a_moroccan_number_is_written_in_pairs_at_home_and_with_its_country_code_for_abroad():
    phone = telephones.phone("+212537652881", "bureau")
    assert (phone.display, phone.international) == ("05 37 65 28 81", "+212 5 37 65 28 81")
    assert (phone.uri, phone.label) == ("tel:+212537652881", "bureau")


def test_a_foreign_number_keeps_its_country_code():
    assert telephones.phone(telephones.parse("+33 1 23 45 67 89")).display == "+33 1 23 45 67 89"


def test_an_extension_is_shown_and_dialled():
    phone = telephones.phone("+212537652881", extension="12")
    assert phone.uri == "tel:+212537652881;ext=12"
    assert phone.display == "05 37 65 28 81, 12"


@pytest.mark.parametrize("text", ["AVRR", "2016", "mai 2016", "007", "37", "Salma 05"])
def test_words_and_short_numbers_are_no_telephone_numbers(text):
    assert telephones.digits_to_find(text) == ("2016" if text == "2016" else "")
