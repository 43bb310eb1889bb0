"""Telephone numbers as Moroccan pages write them, to E.164 (ITU-T) with the phonenumbers library."""

import re

import phonenumbers

from importer.legacy.folding import fold
from importer.legacy.words import alternatives

_COUNTRY = "MA"
_GAP = r"(?:[\s\u00a0\u202f().]{0,3}|[-–])"
_NUMBER = re.compile(rf"(?:\+|\b00|\()?\s?\(?\+?\d(?:{_GAP}\d){{7,14}}(?:\s*/\s*\d{{1,4}}(?![\d\s]*\d))?")
_NATIONAL_ZERO = re.compile(r"\(\s*0\s*\)")
_MOROCCO, _NATIONAL_DIGITS = 212, 9  # ANRT numbering plan since 2009


def phones_in(text: str) -> tuple[str, ...]:
    """Return the possible telephone numbers of `text` as E.164, in order, without those marked as fax."""
    voice = re.sub(rf"\b{alternatives('contacts', 'fax')}\b[^a-z@\n]*", lambda found: " " * len(found[0]), fold(text))
    found: dict[str, None] = {}
    for match in _NUMBER.finditer(voice):
        for written in _each(match[0]):
            number = e164(written)
            if number:
                found[number] = None
    return tuple(found)


def e164(written: str) -> str:
    """Return one written number as E.164, or nothing when it is not possible."""
    bare = _NATIONAL_ZERO.sub(" ", written.replace("\u00a0", " ").replace("\u202f", " ").replace("–", "-")).strip()
    bare = re.sub(r"^\(?\s*\+\s*\(?", "+", bare)
    if re.match(r"\(?212\)?[\s.(-]", bare):
        bare = "+" + bare.lstrip("(")
    try:
        number = phonenumbers.parse(bare, _COUNTRY)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    if number.country_code == _MOROCCO and len(str(number.national_number)) != _NATIONAL_DIGITS:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _each(written: str) -> list[str]:
    """`05 37 00 00 81/82` is two numbers: the second says only the digits that differ."""
    first, _, other = (part.strip() for part in written.partition("/"))
    if not other or not e164(first):
        return [first]
    return [first, e164(first)[: -len(other)] + other]
