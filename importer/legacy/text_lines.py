"""A plain text cut into lines, whatever ends them."""

import re

from importer.legacy.account import INVISIBLE
from importer.legacy.cut_lines import uncut
from importer.legacy.document import Span
from importer.legacy.source_line import Line

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+|\r\n?|[\n\f\u2028\u2029]")
_DOUBLED = 3
_BLANK = " \t\v\u00a0\u202f\u2009\u3000" + INVISIBLE


def text_lines(source: str) -> list[Line]:
    """Return the lines of a plain text that hold something, each knowing whether an empty line stands before it."""
    lines: list[Line] = []
    ends = 0
    blanks: list[int] = []
    raw: list[str] = []
    for found in _LINE.finditer(source):
        whole = found[0]
        text = whole.strip(_BLANK + "\n\r\f\u2028\u2029")
        if text:
            start = found.start() + whole.index(text)
            blanks.append(ends - 1 if lines else 0)
            lines.append(Line(text, (Span(start, start + len(text)),), blanks[-1] > 0))
            raw.append(whole)
            ends = 0
        elif whole[0] in "\n\r\f\u2028\u2029":
            ends += 1
    return uncut(_without_doubling(lines, blanks), raw)


def _without_doubling(lines: list[Line], blanks: list[int]) -> list[Line]:
    """An empty line after every line, in the middle of sentences too, parts nothing: only a larger gap does."""
    inside = [
        blank
        for before, line, blank in zip(lines, lines[1:], blanks[1:], strict=False)
        if before.text[-1].isalpha() and line.text[0].islower() and blank > 0
    ]
    if len(inside) >= _DOUBLED:
        least = min(inside)
        for line, blank in zip(lines, blanks, strict=True):
            line.blank_before = blank > least
    return lines
