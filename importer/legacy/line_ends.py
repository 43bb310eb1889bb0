"""What the two sides of a line's end say by themselves: whether a sentence ends, goes on or starts there."""

import re

from importer.legacy.folding import fold
from importer.legacy.menu_evidence import BULLET
from importer.legacy.words import alternatives, listed, pattern

_TERMINAL = re.compile(r"[.!?…][\s\u00a0]*[»”\")\]]*$|[»”][\s\u00a0]*[.!?…]?$|:$")
_STARTS_SENTENCE = re.compile(r"[\W_]*(?:[^\W\d_a-zà-öø-ÿœ]|\d)|[«“\"‘\[]")
_FIRST_WORD = re.compile(r"[\w’'-]+")


def is_open(text: str) -> bool:
    """Say whether `text` ends without ending a sentence."""
    return not _TERMINAL.search(text[-40:]) or ends_in_abbreviation(text)


def starts_low(text: str) -> bool:
    """Say whether `text` goes on in the middle of a sentence."""
    return not _STARTS_SENTENCE.match(text) and not BULLET.match(text)


def must_go_on(text: str) -> bool:
    """Say whether `text` cannot be the end of anything: it stops at a comma, a hyphen or a word such as « de »."""
    last = fold(text[-60:].rsplit(None, 1)[-1]) if text.strip() else ""
    return text.endswith((",", "(", "«", "“")) or last in listed("line_cannot_end") or bool(re.search(r"\w-$", text))


def ends_in_abbreviation(text: str) -> bool:
    """Say whether the full stop of `text` is that of « M. » and the like."""
    return bool(re.search(rf"(?:^|\W){alternatives('quotes', 'honorifics')}\.$", fold(text[-24:])))


def first_word(text: str) -> str:
    """Return the first word of `text`, with what an apostrophe ties to it."""
    found = _FIRST_WORD.search(text)
    return found[0] if found else text[:1]


def opens_sentence(text: str) -> bool:
    """Say whether `text` starts with a capital that no name explains: « Les », « The », « Organisée par »."""
    word, apostrophe, _rest = fold(first_word(text)).partition("'")
    if word + apostrophe in listed("sentence_starts"):
        return True
    said = text[:80].lower().replace("’", "'")
    return bool(text[1:2].islower() and pattern("", "sentence_openers", r"^{}(?!\w)").match(said))
