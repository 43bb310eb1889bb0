"""A result as a row of the page: kind, date and programmes in the reader's language, and where the words stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from languages import registry
from pages import formats
from pages.typesetting import set_marked

from . import registry as room
from .engines.base import SearchHit
from .results import kind_labels, names_of

PROGRAMME = "programme"
PRECISIONS = {4: formats.Precision.YEAR, 7: formats.Precision.MONTH}  # by the length of an ISO date


@dataclass(frozen=True)
class Row:
    """One result. `found_in` is the code of the version that has the words, when that is not the one shown; `language`
    and `direction` are empty where the row stands in the reader's own language."""

    hit: SearchHit
    title: str
    extract: str
    kind: Any
    date: str
    datetime: str
    programmes: tuple[Any, ...] = ()
    card: dict[str, Any] | None = None
    said_of_card: tuple[str, ...] = ()
    found_in: str = ""
    language: str = ""
    direction: str = ""

    @property
    def is_only_elsewhere(self) -> bool:
        """Whether the page has no version in the reader's language."""
        return registry.current() not in self.hit.versions


def rows(hits: Iterable[SearchHit]) -> list[Row]:
    """Return the results as the template shows them; the names of all programmes are asked for once."""
    hits = list(hits)
    names = names_of(PROGRAMME, {value for hit in hits for value in hit.facets.get(PROGRAMME, ())})
    return [_row(hit, names) for hit in hits]


def _row(hit: SearchHit, names: dict[str, Any]) -> Row:
    is_foreign = hit.language != registry.current()
    card = hit.extra.get("card")
    programmes = (names[value] for value in hit.facets.get(PROGRAMME, ()) if value in names)
    return Row(
        hit=hit,
        # Escaped by the engine, which added nothing but `<mark>`.
        title=set_marked(hit.title_html, hit.language),
        extract=set_marked(hit.extract_html, hit.language),
        kind=kind_labels([hit.kind])[hit.kind] if hit.kind in room.kinds else "",
        date=_date(hit),
        datetime=hit.extra["datetime"] if "datetime" in hit.extra else str(hit.date or "")[:10],
        # A card says what it covers itself; a programme's own page would be called twice.
        programmes=() if hit.is_card else tuple(name for name in programmes if str(name) != hit.title),
        card=card,
        said_of_card=_said(card, hit.title) if card else (),
        found_in=hit.found_in if hit.found_in != hit.language else "",
        language=hit.language if is_foreign else "",
        direction=registry.language(hit.language).direction if is_foreign else "",
    )


def _said(card: dict[str, Any], title: str) -> tuple[str, ...]:
    """What a card says beside its title: the holder, or that the press desk answers; whose numbers follow."""
    return tuple(
        dict.fromkeys(text for text in (card["name"], card["role"], card["through"]) if text not in ("", title))
    )


def _date(hit: SearchHit) -> str:
    """The date in the reader's language, no more exact than it is known."""
    if hit.language == registry.current() and "date" in hit.extra:
        return hit.extra["date"]
    exact = hit.extra.get("datetime", "day") if hit.date else ""
    if not hit.date or not exact:
        return ""
    if hit.extra.get("until"):
        return formats.format_dates(hit.date, date.fromisoformat(hit.extra["until"]), formats.Precision.RANGE)
    return formats.format_day(hit.date, PRECISIONS.get(len(exact), formats.Precision.DAY))
