"""One file as lines: decoded, cut, mended, and its furniture set aside."""

from dataclasses import dataclass, field

from importer.legacy.document import Fate, Span
from importer.legacy.html_lines import html_lines
from importer.legacy.html_markup import looks_like_html
from importer.legacy.line_repair import is_glued, is_scrambled, repair_line
from importer.legacy.menus import furniture
from importer.legacy.source_line import Line
from importer.legacy.text_lines import text_lines
from importer.legacy.unreadable import LegacyUnreadable, Problem

_TITLE = "title"
LONGEST = 5_000_000
"""Characters that a page may show: more than that no draft holds and no editor opens."""


@dataclass(slots=True)
class PageSource:
    """Lines of the page itself, what was dropped and why, and what the head of saved HTML says."""

    text: str
    content: list[Line] = field(default_factory=list)
    dropped: list[tuple[Line, Fate]] = field(default_factory=list)
    markup: list[Span] = field(default_factory=list)
    head_title: Line | None = None
    published: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether the file shows no text at all."""
        return not (self.content or self.dropped or self.head_title)


def page_source(text: str) -> PageSource:
    """Return the lines of `text`, plain or HTML, each mended and either content or dropped.

    Raises LegacyUnreadable when it shows more than a page can.
    """
    source = PageSource(text)
    if looks_like_html(text):
        html = html_lines(text)
        lines, source.markup = html.lines, html.markup
        source.published = html.meta.get("article:published_time", "")
    else:
        lines = text_lines(text)
    shown = sum(len(line.text) for line in lines)
    if shown > LONGEST:
        raise LegacyUnreadable(Problem.TOO_MUCH_TEXT, f"{shown} > {LONGEST}")
    scrambled, glued = is_scrambled(lines), is_glued(lines)
    for line in lines:
        repair_line(line, scrambled, glued)
    source.dropped += [(line, Fate.MARKUP) for line in lines if not line.text]
    lines = [line for line in lines if line.text]
    titles = [line for line in lines if line.tag == _TITLE]
    source.head_title = titles[0] if titles else None
    source.dropped += [(line, Fate.DUPLICATE) for line in titles[1:]]
    lines = [line for line in lines if line.tag != _TITLE]
    fates = furniture(lines)
    source.dropped += [(lines[index], fates[index]) for index in sorted(fates)]
    source.content = [line for index, line in enumerate(lines) if index not in fates]
    return source
