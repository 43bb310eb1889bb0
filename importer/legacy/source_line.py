"""A line of the source: its text as mended so far, and where it stood."""

import re
from dataclasses import dataclass, field

from importer.legacy.account import INVISIBLE
from importer.legacy.document import Fate, Link, Repair, Span

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+|\r\n?|[\n\f\u2028\u2029]")
SAME_PARAGRAPH = "p br"  # tag of a line that a line break, and nothing else, parts from the one before
_DOUBLED = 3
_BLANK = " \t\v\u00a0\u202f\u2009\u3000" + INVISIBLE


@dataclass(slots=True)
class Line:
    """One line (of a text) or block (of HTML); `furniture` is its fate where the markup proves that it is furniture."""

    text: str
    spans: tuple[Span, ...]
    blank_before: bool = False
    tag: str = ""
    furniture: Fate | None = None
    links: tuple[Link, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    raw: str = ""
    repairs: list[Repair] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.raw = self.raw or self.text


def text_lines(source: str) -> list[Line]:
    """Return the lines of a plain text that hold something, each knowing whether an empty line stands before it."""
    lines: list[Line] = []
    ends = 0
    blanks: list[int] = []
    for found in _LINE.finditer(source):
        whole = found[0]
        text = whole.strip(_BLANK + "\n\r\f\u2028\u2029")
        if text:
            start = found.start() + whole.index(text)
            blanks.append(ends - 1 if lines else 0)
            lines.append(Line(text, (Span(start, start + len(text)),), blanks[-1] > 0))
            ends = 0
        elif whole[0] in "\n\r\f\u2028\u2029":
            ends += 1
    return _without_doubling(lines, blanks)


def _without_doubling(lines: list[Line], blanks: list[int]) -> list[Line]:
    """An empty line after every line, in the middle of sentences too, parts nothing: only a larger gap does."""
    inside = sum(
        before.text[-1].isalpha() and line.text[0].islower() and blank > 0
        for before, line, blank in zip(lines, lines[1:], blanks[1:], strict=False)
    )
    if inside >= _DOUBLED and min(blanks[1:], default=0) > 0:
        least = min(blanks[1:])
        for line, blank in zip(lines, blanks, strict=True):
            line.blank_before = blank > least
    return lines
