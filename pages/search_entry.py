"""What a page says to search: plain data, one entry for each language it is public in."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class SearchEntry:
    """The words of a page in one language, and what it can be filtered by. `kind` is the page's search_kind."""

    kind: str
    title: str
    lead: str = ""
    body: str = ""
    names: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: dt.date | None = None
    documents: tuple[int, ...] = ()
    phones: tuple[str, ...] = ()
    is_card: bool = False
    weight: float = 1.0
    row: Mapping[str, Any] = field(default_factory=dict)
