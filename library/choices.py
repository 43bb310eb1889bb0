"""Languages a document may be written in and a quote be said in: more than those of the site."""

from functools import cache
from unicodedata import combining, normalize

from babel import Locale, UnknownLocaleError
from django.conf.locale import LANG_INFO
from django.utils.translation import get_language

from languages import registry

# Those of the country, its neighbours and the people the mission works with (ISO 639), the likeliest first.
OF_THE_REGION = tuple("ar ary zgh fr en es pt it de wo ff bm ha snk".split())


def document_languages() -> list[tuple[str, str]]:
    """Return (code, name in the active language): the site's languages, the region's, then all others by name."""
    return list(_offered(get_language() or registry.default(), registry.codes()))


@cache
def _offered(reader: str, own: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    first = dict.fromkeys((*own, *(language.code for language in registry.all_languages()), *OF_THE_REGION))
    rest = [code for code, info in LANG_INFO.items() if "name_local" in info and code not in first]
    named = [(code, _named(code, reader)) for code in rest]
    return (*((code, _named(code, reader)) for code in first), *sorted(named, key=lambda item: _sorted_as(item[1])))


def _named(code: str, reader: str) -> str:
    """Return the name of a language in another, with a capital as it heads a line of a list."""
    try:
        known = Locale.parse(reader, sep="-")
        name = known.languages.get(code) or Locale.parse(code, sep="-").get_display_name(known)
    except (UnknownLocaleError, ValueError):
        name = None
    name = name or LANG_INFO.get(code, {}).get("name_local") or code
    return name[:1].upper() + name[1:]


def _sorted_as(name: str) -> str:
    """Return a name so that É stands beside E."""
    return "".join(letter for letter in normalize("NFD", name.casefold()) if not combining(letter))


def language_name(code: str) -> str:
    """Return the own name of a language; the code itself when nobody knows it."""
    own = LANG_INFO.get(code, {}).get("name_local")
    if own:
        return own[:1].upper() + own[1:]
    return _named(code, code)


def direction(code: str) -> str:
    """Return the direction of a language (ltr or rtl)."""
    return "rtl" if LANG_INFO.get(code, {}).get("bidi") else "ltr"
