"""Names of languages inside sentences: in the language of the admin, as that writes them."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _


def named_here(code: str) -> str:
    """Return the name of a language in the active one: "French" in English, "français" in French."""
    return str(get_language_info(code)["name_translated"])


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: "title, lead and body"."""
    return get_text_list(list(words), _("and"))


def in_language(label: Any, code: str) -> str:
    """Return the name of a field in one language, for the officer: "Title (French)"."""
    return _("%(field)s (%(language)s)") % {"field": label, "language": named_here(code)}
