"""Texts as their language sets them, outside templates: plain ones, and those in which search marked words."""

import re
from html import unescape

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from languages import registry

from .typography import ISOLATE_ENDS, LEFT_TO_RIGHT, SPACES, joined_html, spaced_html

MARK = re.compile(r"(</?mark>)")
# What setting a text adds or takes away.
LOOSE = frozenset(f"{SPACES}{LEFT_TO_RIGHT}{ISOLATE_ENDS}")


def set_html(html: str, code: str) -> str:
    """Return escaped HTML with the spaces of a language; of the active one for a code that is none."""
    language = registry.language(code if code in registry.codes() else registry.current())
    return spaced_html(html) if language.has_spaced_punctuation else joined_html(html, language.direction)


def set_plain(text: str, code: str) -> str:
    """Return plain text with the spaces of a language."""
    return unescape(set_html(escape(text), code))


def set_marked(html: str, code: str) -> SafeString:
    """Return escaped text with `<mark>` in it, set as one text: a mark may end where a space has to change.

    Spaces at the edges of a mark move out of it.
    """
    parts = MARK.split(html)
    texts = [unescape(part) for part in parts[::2]]
    plain = "".join(texts)
    done = set_plain(plain, code)
    if _solid(plain) != _solid(done):
        return mark_safe(html)  # noqa: S308 escaped by who marked it
    places = [index for index, letter in enumerate(done) if letter not in LOOSE]
    made, start, letters = "", 0, 0
    for text, mark in zip(texts, parts[1::2], strict=False):
        letters += _solid(text)
        if mark == "<mark>":
            end = places[letters] if letters < len(places) else len(done)
        else:
            end = places[letters - 1] + 1 if letters else 0
        end = max(start, end)
        made += escape(done[start:end]) + mark
        start = end
    return mark_safe(made + escape(done[start:]))  # noqa: S308 escaped here, but for the marks


def _solid(text: str) -> int:
    return sum(letter not in LOOSE for letter in text)
