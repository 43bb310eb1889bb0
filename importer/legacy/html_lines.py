"""Saved HTML to lines, one a block: text with its places, what markup proves, tables, alt texts, links."""

import html
import re
from dataclasses import dataclass, field

from importer.legacy.account import is_blank
from importer.legacy.document import Link, Span
from importer.legacy.html_furniture import Container, container
from importer.legacy.html_markup import Token, tokens
from importer.legacy.source_line import SAME_PARAGRAPH, Line

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li table tr td th tbody thead caption blockquote section article header footer nav "
    "aside main figure figcaption body form dl dt dd address pre hr title head option select button center "
    "fieldset time".split()
)
_VOID = frozenset("br hr img input meta link area base col embed param source track wbr".split())
_KEPT = frozenset("h1 h2 h3 h4 h5 h6 li blockquote td th caption figcaption title time address".split())


_NEW_LINE = re.compile(r"\r\n?|\n")
_CUT = 3
_DEEPEST = 300  # elements within one another: a page that nests deeper was never closed


@dataclass(slots=True)
class HtmlPage:
    """Lines of a saved page, the stretches that are markup, and what its head says."""

    lines: list[Line] = field(default_factory=list)
    markup: list[Span] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Block:
    parts: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def html_lines(source: str) -> HtmlPage:
    """Return the lines of the HTML `source`; every character is in a line's span, in `markup`, or white space."""
    reader = _Reader(source)
    for token in tokens(source):
        reader.take(token)
    return reader.finish()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.page = HtmlPage()
        self.open: list[tuple[str, Container | None]] = []
        self.block = _Block()
        self.anchor: tuple[str, int] | None = None
        self.breaks = 2
        self.placed: list[tuple[Line, tuple[Container, ...], tuple[int, int, int]]] = []
        self.tables: list[list[int]] = []
        self.count = 0

    def take(self, token: Token) -> None:
        if not token.name:
            self._text(token)
            return
        if token.name == "img" and token.value("alt"):
            self._picture(token)
            return
        self.page.markup.append(Span(token.start, token.end))
        if token.name == "br":
            self._flush()
            self.breaks += 1
        elif token.name == "meta":
            self.page.meta.setdefault(token.value("property") or token.value("name"), token.value("content"))
        elif token.is_end:
            self._close(token.name)
        elif token.name != "!":
            self._open(token)

    def finish(self) -> HtmlPage:
        self._flush()
        for line, within, _ in self.placed:
            fate = next((each.fate for each in within if each.proves(line.tag)), None)
            line.furniture = fate
        self.page.lines = _as_wrapped(_join_tables([(line, cell) for line, _, cell in self.placed]))
        return self.page

    def _text(self, token: Token) -> None:
        if any(name == "pre" for name, _ in self.open):
            self._preformatted(token)
        else:
            self._stretch(token.start, token.end)

    def _preformatted(self, token: Token) -> None:
        """In <pre> a new line is one."""
        start = token.start
        for end in [found.end() for found in _NEW_LINE.finditer(self.source, token.start, token.end)]:
            self._stretch(start, end)
            self._flush()
            self.breaks += 1
            start = end
        self._stretch(start, token.end)

    def _stretch(self, begin: int, end: int) -> None:
        raw = self.source[begin:end]
        text = html.unescape(raw)
        stripped = raw.strip()
        if stripped and is_blank(text):
            self.page.markup.append(Span(begin, end))  # &nbsp; that only keeps a cell open
        elif stripped:
            start = begin + raw.index(stripped)
            self.block.spans.append(Span(start, start + len(stripped)))
            for each in self._containers():
                each.text += len(stripped)
                each.linked += len(stripped) if self.anchor else 0
        self.block.parts.append(text)

    def _picture(self, token: Token) -> None:
        self._flush()
        _, start, end = (token.attributes or {})["alt"]
        self.page.markup += [Span(token.start, start), Span(end, token.end)]
        line = Line(token.value("alt"), (Span(start, end),), tag="img")
        line.links = (Link(line.text, token.value("src")),)
        self.placed.append((line, self._containers(), (0, 0, 0)))

    def _containers(self) -> tuple[Container, ...]:
        return tuple(each for _, each in self.open if each)

    def _open(self, token: Token) -> None:
        name = token.name
        if name in _BLOCKS:
            self._flush()
            self.breaks = 2
        if name == "a":
            self.anchor = (token.value("href"), len(self.block.parts))
        if name == "table":
            self.count += 1
            self.tables.append([self.count, 0, 0])
        elif name in ("tr", "td", "th") and self.tables:
            self.tables[-1][1 if name == "tr" else 2] += 1
        if name not in _VOID and len(self.open) < _DEEPEST:
            self.open.append((name, container(token, [each for each, _ in self.open])))

    def _close(self, name: str) -> None:
        if name == "a" and self.anchor:
            address, since = self.anchor
            words = " ".join("".join(self.block.parts[since:]).split())
            if words and address:
                self.block.links.append(Link(words, address))
            self.anchor = None
        if name in _BLOCKS:
            self._flush()
            self.breaks = 2
        if name == "table" and self.tables:
            self.tables.pop()
        for index in range(len(self.open) - 1, max(-1, len(self.open) - 60), -1):
            if self.open[index][0] == name:
                if closed := self.open[index][1]:
                    closed.is_closed = True
                del self.open[index:]
                return

    def _flush(self) -> None:
        block, self.block = self.block, _Block()
        text = " ".join("".join(block.parts).split())
        if not text:
            return
        tag = next((name for name, _ in reversed(self.open) if name in _KEPT), "p")
        is_new_block = self.breaks >= 2
        if not is_new_block and tag not in ("td", "th"):
            tag = SAME_PARAGRAPH if self.open and self.open[-1][0] == "p" else "br"
        line = Line(text, tuple(block.spans), is_new_block, tag)
        line.links = tuple(block.links)
        self.breaks = 0
        in_cell = self.tables and any(name in ("td", "th") for name, _ in self.open)
        table, row, column = self.tables[-1] if in_cell else (0, 0, 0)
        self.placed.append((line, self._containers(), (table, row, column)))
        if self.anchor:
            self.anchor = (self.anchor[0], 0)


def _as_wrapped(lines: list[Line]) -> list[Line]:
    """Paragraphs that cut sentences, several times, are the lines of a hard-wrapped text and not paragraphs."""
    pairs = zip(lines, lines[1:], strict=False)
    cut = sum(
        before.tag == line.tag == "p" and before.text[-1].isalpha() and line.text[0].islower() for before, line in pairs
    )
    for line in lines if cut >= _CUT else ():
        if line.tag == "p":
            line.tag, line.blank_before = "br", False
    return lines


def _join_tables(placed: list[tuple[Line, tuple[int, int, int]]]) -> list[Line]:
    """Make one line of each table of data; a table that only lays the page out gives the lines of its cells."""
    tables: dict[int, list[tuple[Line, tuple[int, int, int]]]] = {}
    for line, cell in placed:
        if cell[0]:
            tables.setdefault(cell[0], []).append((line, cell))
    joined = {number: _data_table(cells) for number, cells in tables.items()}
    lines: list[Line] = []
    for line, (number, _, _) in placed:
        table = joined.get(number)
        if table is None:
            line.tag = "p" if line.tag in ("td", "th") else line.tag
            lines.append(line)
        elif not lines or lines[-1] is not table:
            lines.append(table)
    return lines


def _data_table(cells: list[tuple[Line, tuple[int, int, int]]]) -> Line | None:
    rows: dict[int, dict[int, str]] = {}
    for line, (_, row, column) in cells:
        if (
            len(line.text) > 200
            or line.furniture
            or line.tag not in ("td", "th", "br", SAME_PARAGRAPH)
            or column in rows.get(row, {})
        ):
            return None
        rows.setdefault(row, {})[column] = line.text
    if len(rows) < 2 or any(len(row) < 2 for row in rows.values()):
        return None
    grid = tuple(tuple(row.values()) for row in rows.values())
    spans = tuple(span for line, _ in cells for span in line.spans)
    links = tuple(link for line, _ in cells for link in line.links)
    text = "\n".join(" | ".join(row) for row in grid)
    return Line(text, spans, True, "table", links=links, rows=grid)
