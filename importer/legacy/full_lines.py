"""Ends of lines that are full, where the width proves nothing: what the words on both sides still prove."""

import re

from importer.legacy.folding import fold
from importer.legacy.line_ends import is_open
from importer.legacy.menu_evidence import BULLET
from importer.legacy.quotations import quotations
from importer.legacy.source_line import Line
from importer.legacy.words import pattern
from importer.legacy.wrapping import Wrap

_BACK = 40  # lines of a paragraph that are looked at
_LONGEST_TITLE, _TITLE_LINES = 255, 6
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"), ("[", "]"))
_QUOTE = ("«", "“", '"')
_DASH = re.compile(r"^[-–—]\s")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def ends_at_full_line(group: list[Line], line: Line, wrap: Wrap) -> bool:
    """Say whether a sentence that fills its line ends the paragraph of `group` too, before `line`."""
    text = " ".join(each.text for each in group[-_BACK:])
    if line.text.startswith("["):
        return True
    if _is_inside(text):
        return False
    if line.text.startswith(_QUOTE):
        return wrap.has_quotes_first and not text.endswith(":")
    if text.startswith(_QUOTE) and quotations(text).whole is not None:
        return True
    if pattern("", "goes_on", r"^\W*{}(?!\w)").match(fold(line.text[:60])):
        return False
    return wrap.is_short


def _is_inside(text: str) -> bool:
    """Say whether a quotation mark or a bracket that `text` opens is still open at its end."""
    return any(text.rfind(opens) > text.rfind(closes) for opens, closes in _PAIRS)


def is_dash_at_wrap(group: list[Line], line: Line, wrap: Wrap, is_list: bool) -> bool:
    """Say whether the dash that starts `line` stands between two words of a sentence and starts no item."""
    before = group[-1].text
    if not _DASH.match(line.text) or line.blank_before or line.tag == "li" or is_list and BULLET.match(before):
        return False
    return wrap.is_exact and is_open(before) and not before.endswith((";", ",")) and wrap.is_full(before, line.text)


def is_title_end(group: list[Line], line: Line) -> bool:
    """Say whether the first lines of a page may be a title that is over before `line`: short, and no sentence in them.

    A title in capitals, or with a capital at every long word, goes on in a line that is written like it.
    """
    text = " ".join(each.text for each in group[: _TITLE_LINES + 1])
    if len(group) > _TITLE_LINES or len(text) > _LONGEST_TITLE or re.search(r"[.!?…;]\s", text) or _is_inside(text):
        return False
    return not (is_capitalised(text) and is_capitalised(line.text))


def is_capitalised(text: str) -> bool:
    """Say whether the long words of `text` all start with a capital."""
    words = _LONG_WORD.findall(text)
    return len(words) >= 2 and all(word[0].isupper() for word in words)


def changes_case(before: str, after: str) -> bool:
    """Say whether `before` is written in capitals, two long words at least, and `after` is not."""
    words = _LONG_WORD.findall(before)
    return len(words) >= 2 and before.isupper() and not after.isupper() and bool(_LONG_WORD.search(after))
