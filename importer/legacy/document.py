"""What the reader finds in an old page: a frozen document whose every piece knows where it stood in the source."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What an old page is."""

    NEWS_RELEASE = "news_release"
    STORY = "story"
    EVENT = "event"
    STATEMENT = "statement"
    PROGRAMME = "programme"
    AXES = "axes"
    CONTACT = "contact"
    MENU_ONLY = "menu_only"
    EMPTY = "empty"


class Precision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class PieceKind(StrEnum):
    """What a piece of the imported text is; LABEL is a word such as « Communiqué » that the page's kind stands for."""

    TITLE = "title"
    LABEL = "label"
    DATELINE = "dateline"
    LEAD = "lead"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    IMAGE = "image"
    NOTE = "note"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"


class Fate(StrEnum):
    """What became of a stretch of the source."""

    PLACED = "placed"
    MENU = "menu"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"
    MARKUP = "markup"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (not included) of the decoded source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """Damage that was proved and mended."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date; both dates are included, and the same for one day. `None` where the page does not say."""

    place: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    precision: Precision = Precision.UNKNOWN


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said; speaker and role are empty where the page does not name them."""

    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to reach, as a contact block names them; telephone numbers are E.164."""

    name: str = ""
    role: str = ""
    office: str = ""
    email: str = ""
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a piece that led to an address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of imported text, mended, where it stood in the source, and its language ("" if unsure)."""

    kind: PieceKind
    text: str
    spans: tuple[Span, ...]
    language: str = ""
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    quote: Quote | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class AxisSection:
    """One intervention axis of an axes page: its heading, empty when the page lost it, and its pieces."""

    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source and what became of it."""

    start: int
    end: int
    fate: Fate
    text: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Where every character went: `placed + dropped + unplaced == characters`, always."""

    characters: int = 0
    placed: int = 0
    dropped: int = 0
    stretches: tuple[Stretch, ...] = ()

    @property
    def unplaced(self) -> tuple[Stretch, ...]:
        """Return what found no place."""
        return tuple(stretch for stretch in self.stretches if stretch.fate is Fate.UNPLACED)


@dataclass(frozen=True, slots=True)
class LegacyDocument:
    """One old page as it was understood; `pieces` is all the imported text in the order of the source."""

    kind: Kind = Kind.EMPTY
    languages: tuple[str, ...] = ()
    dateline: Dateline = Dateline()
    pieces: tuple[Piece, ...] = ()
    quotes: tuple[Quote, ...] = ()
    donors: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    programmes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    axis_sections: tuple[AxisSection, ...] = ()
    menu_lines: tuple[str, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    repairs: tuple[Repair, ...] = ()
    queued: tuple[str, ...] = ()
    encoding: str = ""
    account: Account = field(default_factory=Account)

    def text_of(self, kind: PieceKind, language: str = "") -> str:
        """Return the text of the first piece of `kind` (in `language`, when given), or nothing."""
        for piece in self.pieces:
            if piece.kind is kind and (not language or piece.language == language):
                return piece.text
        return ""

    @property
    def title(self) -> str:
        """Return the title, empty when the page has lost it."""
        return self.text_of(PieceKind.TITLE)

    @property
    def lead(self) -> str:
        """Return the lead, empty when there is none."""
        return self.text_of(PieceKind.LEAD)

    @property
    def body(self) -> str:
        """Return all imported text, pieces apart by an empty line."""
        return "\n\n".join(piece.text for piece in self.pieces)
