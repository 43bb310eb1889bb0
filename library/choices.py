"""Languages a document may be written in: more than those of the site."""

from django.conf.locale import LANG_INFO

from languages import registry


def document_languages() -> list[tuple[str, str]]:
    """Return (code, own name) of the site's languages first, then of all others Django knows, by name."""
    own = [(language.code, language.name) for language in registry.all_languages()]
    taken = {code for code, _name in own}
    rest = [(code, info["name_local"].capitalize()) for code, info in LANG_INFO.items() if "name_local" in info]
    return own + sorted((item for item in rest if item[0] not in taken), key=lambda item: item[1])


def language_name(code: str) -> str:
    """Return the own name of a language; the code itself when nobody knows it."""
    return dict(document_languages()).get(code, code)


def direction(code: str) -> str:
    """Return the direction of a language (ltr or rtl)."""
    return "rtl" if LANG_INFO.get(code, {}).get("bidi") else "ltr"
