"""Telephone numbers: read in any spelling, kept in E.164, written the Moroccan way at home and with +212 for abroad."""

import re
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

HOME = "MA"
HOME_CODE = "+212"
NATIONAL_LENGTH = 9
SHORTEST_SEARCH = 4
DASHES = r"[\u2010-\u2015\u2212]"


@dataclass(frozen=True)
class Phone:
    """A public number as templates show it: for callers at home, from abroad, and as the address of a link."""

    display: str
    international: str
    uri: str
    label: str = ""


def parse(text: str) -> str:
    """Return the E.164 form of a number in any spelling; a number without country code is Moroccan.

    Raises ValidationError, with a message for the officer, when no such number is possible (ITU-T E.164 and the
    national lengths that the library `phonenumbers` knows). Whether the number is assigned is not asked: see is_valid.
    """
    try:
        # The library does not know the blanks and dashes that word processors put into numbers.
        number = phonenumbers.parse(re.sub(DASHES, "-", re.sub(r"\s", " ", text)), HOME)
    except NumberParseException as error:
        raise ValidationError(
            _("“%(number)s” is no telephone number. Write it as in 05 37 65 28 81, or +33 1 23 45 67 89 from abroad."),
            code="no_number",
            params={"number": text},
        ) from error
    if number.extension:
        raise ValidationError(_("Write the extension in the field beside the number."), code="extension")
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        raise ValidationError(
            _("“%(number)s” has too few or too many digits. A Moroccan number has ten, as in 05 37 65 28 81."),
            code="impossible",
            params={"number": text},
        )
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def is_valid(e164: str) -> bool:
    """Whether the numbering plan has such a number; a possible one that it lacks is accepted with a warning."""
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(e164))
    except NumberParseException:
        return False


def at_home(e164: str) -> str:
    """Return a number as callers in Morocco dial and write it: 05 37 65 28 81; others in international form."""
    digits = e164.removeprefix(HOME_CODE)
    if digits == e164 or len(digits) != NATIONAL_LENGTH:
        return from_abroad(e164)
    return _pairs(f"0{digits}")


def from_abroad(e164: str) -> str:
    """Return a number as callers from abroad dial it: +212 5 37 65 28 81 (ITU-T E.123)."""
    digits = e164.removeprefix(HOME_CODE)
    if digits != e164 and len(digits) == NATIONAL_LENGTH:
        return f"{HOME_CODE} {digits[0]} {_pairs(digits[1:])}"
    try:
        return phonenumbers.format_number(phonenumbers.parse(e164), PhoneNumberFormat.INTERNATIONAL)
    except NumberParseException:
        return e164


def uri(e164: str, extension: str = "") -> str:
    """Return the address that dials a number (RFC 3966)."""
    return f"tel:{e164};ext={extension}" if extension else f"tel:{e164}"


def phone(e164: str, label: str = "", extension: str = "") -> Phone:
    """Return a number with its spellings; an extension follows the number as in “05 37 65 28 81, 12”."""
    tail = f", {extension}" if extension else ""
    return Phone(at_home(e164) + tail, from_abroad(e164) + tail, uri(e164, extension), label)


def digits_to_find(text: str) -> str:
    """Return the digits to look for when a reader typed (part of) a number in any spelling; empty: it is none.

    Trunk zero, +212 and 00212 are left out, so that all spellings of one number meet.
    """
    if re.search(r"[^\d\s()+./\u00a0\u202f\u2010-\u2015-]", text.replace("tel:", "")):
        return ""
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    digits = re.sub(r"^(00212|212)0?|^0+", "", digits)
    return digits if len(digits) >= SHORTEST_SEARCH else ""


def _pairs(digits: str) -> str:
    return " ".join(digits[place : place + 2] for place in range(0, len(digits), 2))
