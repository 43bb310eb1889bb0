"""A line of the source: its text as mended so far, and where it stood."""

from dataclasses import dataclass, field

from importer.legacy.document import Fate, Link, Repair, Span

SAME_PARAGRAPH = "p br"  # tag of a line that a line break, and nothing else, parts from the one before


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
