"""How a page was wrapped, worked out from the lines that certainly go on in the next."""

import re
from dataclasses import dataclass

from importer.legacy.line_ends import is_open, starts_low
from importer.legacy.source_line import Line

_WIDEST = 130
_MORE = 16  # by how much the longest line may be longer than the longest that certainly goes on
_SURE = 0.85
_INSIDE = re.compile(r"[.!?…][»”\")]*\s+(?=[A-ZÀ-ÖØ-Ý«“])")
_QUOTE = ("«", "“", '"')


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a page was wrapped: not at all, or at `width` characters, every line filled (`is_exact`) or not.

    `is_short`: its paragraphs hold about one sentence, so a sentence that ends at the very end of a full line is more
    likely the last of its paragraph. `has_quotes_first`: so is one before a quotation, which starts paragraphs there.
    """

    is_wrapped: bool
    width: int = 0
    is_exact: bool = False
    is_short: bool = False
    has_quotes_first: bool = False

    def is_full(self, text: str, following: str) -> bool:
        """Say whether the first word of the line `following` found no room behind the line `text`."""
        return _needed(text, following) > self.width


def _needed(text: str, following: str) -> int:
    return len(text) + 1 + len(following.split(None, 1)[0])


def wrap_of(lines: list[Line]) -> Wrap:
    """Return how the page made of `lines` was wrapped."""
    pairs = [
        (first.text, second.text)
        for first, second in zip(lines, lines[1:], strict=False)
        if not second.blank_before and is_open(first.text) and starts_low(second.text) and len(first.text) <= _WIDEST
    ]
    longest = max((len(line.text) for line in lines), default=0)
    if len(pairs) < 2 and not (pairs and longest <= _WIDEST):
        return Wrap(False)
    least = max(len(text) for text, _ in pairs)
    most = max((len(line.text) for line in lines if len(line.text) <= least + _MORE), default=least)
    for width in sorted({least, most}, reverse=True):
        wrap = Wrap(True, width, True)
        if sum(wrap.is_full(*pair) for pair in pairs) >= _SURE * len(pairs):
            return Wrap(True, width, True, *_habits(lines, wrap))
    return Wrap(True, least, False)


def _habits(lines: list[Line], wrap: Wrap) -> tuple[bool, bool]:
    """Compare the sentences that end inside a line with the paragraphs that certainly end: in a line with room left.

    Both alike reach the end of a full line once in a while, so the more frequent ones are the more likely there.
    """
    pairs = zip(lines, lines[1:], strict=False)
    ends = [two for one, two in pairs if not is_open(one.text) and not wrap.is_full(one.text, two.text)]
    parted = sum(line.blank_before for line in ends)
    if len(ends) <= 2 * parted:  # paragraphs stand apart
        return False, False
    inside = [line.text[found.end()] for line in lines for found in _INSIDE.finditer(line.text)]
    quoted = sum(line.text.startswith(_QUOTE) for line in ends)
    return len(ends) > len(inside), quoted > sum(char in _QUOTE for char in inside)
