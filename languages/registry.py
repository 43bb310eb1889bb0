"""Which languages there are: the only list, read from the settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info
from modeltranslation.settings import AVAILABLE_LANGUAGES, DEFAULT_LANGUAGE
from modeltranslation.utils import build_localized_fieldname

# Languages that set punctuation apart (Imprimerie nationale, Lexique des règles typographiques).
SPACED_PUNCTUATION = frozenset({"fr"})


@dataclass(frozen=True)
class Language:
    """One language: its code (BCP 47), its own name, its direction (ltr or rtl)."""

    code: str
    name: str
    direction: str

    @property
    def is_default(self) -> bool:
        """Whether Wagtail's own columns hold this language."""
        return self.code == DEFAULT_LANGUAGE

    @property
    def has_spaced_punctuation(self) -> bool:
        """Whether narrow no-break spaces stand before ; : ! ? and inside guillemets."""
        return self.code.split("-")[0] in SPACED_PUNCTUATION


@cache
def language(code: str) -> Language:
    """Return the language of that code; KeyError when the site does not have it."""
    if code not in AVAILABLE_LANGUAGES:
        raise KeyError(code)
    info = get_language_info(code)
    return Language(code, str(info["name_local"]).capitalize(), "rtl" if info["bidi"] else "ltr")


def codes() -> tuple[str, ...]:
    """Return the codes of all languages, the default first."""
    return (DEFAULT_LANGUAGE, *others())


def default() -> str:
    """Return the code of the language that Wagtail's own columns hold."""
    return DEFAULT_LANGUAGE


def others() -> tuple[str, ...]:
    """Return the codes of all languages but the default."""
    return tuple(code for code in AVAILABLE_LANGUAGES if code != DEFAULT_LANGUAGE)


def all_languages() -> tuple[Language, ...]:
    """Return all languages, the default first."""
    return tuple(language(code) for code in codes())


def current() -> str:
    """Return the code of the active language, the default one when the active one is not of the site."""
    active = (translation.get_language() or settings.LANGUAGE_CODE).lower()
    if active in AVAILABLE_LANGUAGES:
        return active
    base = active.split("-")[0]
    return base if base in AVAILABLE_LANGUAGES else DEFAULT_LANGUAGE


def field(name: str, code: str | None = None) -> str:
    """Return the name of the column that holds `name` in a language (the active one by default)."""
    return build_localized_fieldname(name, code or current())


@contextmanager
def active(code: str | None = None) -> Iterator[None]:
    """Run a block under a language, the default one unless told; Wagtail's bookkeeping needs the latter."""
    with translation.override(code or DEFAULT_LANGUAGE):
        yield
