"""Telephone numbers in any spelling, as terms that a whole or a partial number finds."""

import re

import phonenumbers

_CANDIDATE = re.compile(r"[+(\d](?<![\w/+(].)(?:(?<=\d)|[(]?\d)(?:[ .()\-/\u00a0\u202f]{0,2}\d){5,16}(?!\w)")
_PARTIAL = (6, 7, 8)  # last digits one remembers


def find_numbers(text: str, region: str) -> list[tuple[int, int, str]]:
    """Start, end and E.164 (ITU-T E.164) of each telephone number in a text."""
    found = []
    for match in _CANDIDATE.finditer(text):
        if number := normal(match.group(), region):
            found.append((match.start(), match.end(), number))
    return found


def normal(text: str, region: str) -> str:
    """E.164 of one number, or "" when it is none that can be dialled."""
    text = text.strip().replace("(0)", "")
    if text.startswith("00"):
        text = "+" + text[2:]
    attempts = [text]
    if digits(text).startswith(str(phonenumbers.country_code_for_region(region))):
        attempts.append("+" + digits(text))
    for attempt in attempts:
        try:
            number = phonenumbers.parse(attempt, region)
        except phonenumbers.NumberParseException:
            continue
        is_dialled = attempt.startswith(("+", "0", "(0"))  # numbering plans change: what looks right is taken
        if phonenumbers.is_valid_number(number) or (is_dialled and phonenumbers.is_possible_number(number)):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def digits(text: str) -> str:
    """Only the digits."""
    return re.sub(r"\D", "", text)


def terms(number: str) -> set[str]:
    """What to index for one number (E.164 or as written): itself and its last digits."""
    plain = digits(number)
    return {plain} | {plain[-count:] for count in _PARTIAL if len(plain) > count}


def query_terms(text: str, region: str) -> tuple[str, ...]:
    """Terms that find the number a reader typed, the surest first; () when it has too few digits to be one."""
    plain = digits(text)
    if not 6 <= len(plain) <= 15:
        return ()
    number = digits(normal(text, region))
    return (number,) if number else ((plain,) if len(plain) in _PARTIAL else (plain, plain[-max(_PARTIAL) :]))


def document_terms(phones: tuple[str, ...], text: str, region: str) -> list[str]:
    """Terms of a document's own numbers and of those in its text."""
    numbers = {normal(phone, region) or phone for phone in phones}
    numbers.update(number for _, _, number in find_numbers(text, region))
    return sorted(set().union(*(terms(number) for number in numbers))) if numbers else []
