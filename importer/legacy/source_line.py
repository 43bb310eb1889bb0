"""A line of the source: its text as mended so far, and where it stood."""

import re
from dataclasses import dataclass, field

from importer.legacy.account import INVISIBLE
from importer.legacy.document import Fate, Link, Repair, Span

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+|\r\n?|[\n\f\u2028\u2029]")
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
    blank, ends = False, 0
    for found in _LINE.finditer(source):
        whole = found[0]
        text = whole.strip(_BLANK + "\n\r\f\u2028\u2029")
        if text:
            start = found.start() + whole.index(text)
            lines.append(Line(text, (Span(start, start + len(text)),), blank and bool(lines)))
            blank, ends = False, 0
        elif whole[0] in "\n\r\f\u2028\u2029":
            ends += 1
            blank = blank or ends > 1
    return lines
