"""The languages people speak (far more than the site is written in), named in the reader's language."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

# ISO 639 codes, the likeliest first; a card may name others of Babel's list, the form offers these.
OFFERED = tuple("ar ary zgh fr en es pt it de nl wo ff bm ha snk ln sw yo ig ti am so fa ur bn tr ru uk ro zh".split())


@cache
def _names(reader: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(reader, sep="-").languages)
    except (UnknownLocaleError, ValueError):
        return {}


def name(code: str) -> str:
    """Return the name of a language (ISO 639 code) in the active language; the code itself when there is none."""
    return _names(get_language() or "").get(code, code)


def choices() -> list[tuple[str, str]]:
    """Return (code, name) of the languages that are offered, in the active language."""
    return [(code, name(code)) for code in OFFERED]


def in_words(codes: Iterable[str]) -> str:
    """Return the names of languages, separated by commas."""
    return ", ".join(name(code) for code in codes)


def matching(text: str) -> list[str]:
    """Return the codes whose name in the active language begins with the text (at least three letters)."""
    wanted = text.strip().casefold()
    return [code for code, label in choices() if len(wanted) > 2 and label.casefold().startswith(wanted)]
