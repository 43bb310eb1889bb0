"""Fetches all that a body names in one query, or one for each kind of thing, however many blocks there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.blocks import StreamValue

from ..prepared import fetch_prepared
from ..together import made

Fetch = Callable[[set[Any]], dict[Any, Any]]
Part = tuple[QuerySet, dict[str, Any]]
_kinds: dict[str, Fetch] = {}
_tables: dict[str, tuple[type[Model], Callable[[], Part]]] = {}


def register_kind(kind: str, fetch: Fetch) -> None:
    """Say how things of a kind are fetched: by primary key, all at once, only what readers may see."""
    _kinds[kind] = fetch


def register_table(kind: str, model: type[Model], part: Callable[[], Part]) -> None:
    """Say which rows and columns things of a kind are: all such kinds of a page are fetched in one query."""
    _tables[kind] = (model, part)


def fetch(wanted: dict[str, set[Any]]) -> dict[str, dict[Any, Any]]:
    """Return things by kind and primary key: one query for all tables, one call for each other kind."""
    wanted = {kind: keys for kind, keys in wanted.items() if keys}
    found = {kind: _kinds[kind](keys) for kind, keys in wanted.items() if kind in _kinds}
    kinds = [kind for kind in _tables if kind in wanted]
    rows = fetch_prepared("body: " + " ".join(kinds), _parts, **{kind: wanted[kind] for kind in kinds}) if kinds else {}
    for kind in kinds:
        found[kind] = {thing.pk: thing for thing in made(_tables[kind][0], rows[kind])}
    return found


def _parts(**keys: Iterable[Any]) -> dict[str, Part]:
    parts = {kind: _tables[kind][1]() for kind in keys}
    return {kind: (queryset.filter(pk__in=keys[kind]), columns) for kind, (queryset, columns) in parts.items()}


class LoadedTogether:
    """For blocks whose stored value is the primary key of a thing; to be mixed in before the block's class."""

    kind = ""

    def needs(self, value: Any) -> Iterable[tuple[str, Any]]:
        """Yield (kind, primary key) of what a stored value names."""
        if value is not None:
            yield self.kind, value

    def assemble(self, value: Any, found: Found) -> Any:
        """Return the block's value from what was found."""
        return found.get(self.kind, value)

    def bulk_to_python(self, values: Iterable[Any]) -> list[Any]:
        """Return the values of several blocks."""
        stage = _stage.get()
        return super().bulk_to_python(values) if stage is None else stage.answer(self, values)  # type: ignore[misc]

    def to_python(self, value: Any) -> Any:
        """Return the value of one block."""
        stage = _stage.get()
        return super().to_python(value) if stage is None else stage.answer(self, [value])[0]  # type: ignore[misc]


class Found:
    """What was fetched for a page: things by kind and primary key."""

    def __init__(self, things: dict[str, dict[Any, Any]]) -> None:
        self.things = things

    def get(self, kind: str, key: Any) -> Any:
        """Return a thing; None when readers may not see it or it was not asked for."""
        return self.things.get(kind, {}).get(key)

    def all(self, kind: str, keys: Iterable[Any]) -> list[Any]:
        """Return the things with these keys, in their order, without those that readers may not see."""
        return [thing for key in keys if (thing := self.get(kind, key)) is not None]


class Stage:
    """First notes what is named, then hands out what was fetched."""

    def __init__(self) -> None:
        self.wanted: dict[str, set[Any]] = {}
        self.found: Found | None = None

    def answer(self, block: LoadedTogether, values: Iterable[Any]) -> list[Any]:
        """Return the blocks' values; before anything is fetched, values for nothing found."""
        values = list(values)
        if self.found is None:
            for value in values:
                for kind, key in block.needs(value):
                    self.wanted.setdefault(kind, set()).add(key)
        found = self.found or Found({})
        return [block.assemble(value, found) for value in values]

    def fetch(self) -> Found:
        """Fetch everything that was noted."""
        self.found = Found(fetch(self.wanted))
        return self.found

    def read(self, value: StreamValue) -> list[Any]:
        """Go through all blocks of a stream under this stage and return them."""
        token = _stage.set(self)
        try:
            return list(value)
        finally:
            _stage.reset(token)


_stage: ContextVar[Stage | None] = ContextVar("stage", default=None)


def found_now() -> Found | None:
    """Return what was fetched for the page whose blocks are being assembled; None outside of that."""
    stage = _stage.get()
    return stage.found if stage else None


def _copy(value: StreamValue) -> StreamValue:
    return StreamValue(value.stream_block, [dict(item) for item in value.raw_data], is_lazy=True)


def load(*values: StreamValue | None, **others: Iterable[Any]) -> Found:
    """Make streams ready to be shown, and fetch other things of the page with what they name: `picture={1, 2}`.

    The streams must not be saved afterwards: what readers may not see is left out. A stream that comes from a form
    is complete already and stays as it is.
    """
    stage = Stage()
    for kind, keys in others.items():
        stage.wanted[kind] = {key for key in keys if key is not None}
    lazy = [value for value in values if value and value.is_lazy]
    for value in lazy:
        stage.read(_copy(value))
    found = stage.fetch()
    for value in lazy:
        stage.read(value)
    return found


def named(value: StreamValue | None) -> dict[str, set[Any]]:
    """Return what a stream names, by kind, without fetching anything."""
    stage = Stage()
    if value:
        stage.read(_copy(value))
    return stage.wanted


def without_loading(value: StreamValue | None) -> list[Any]:
    """Return the blocks of a stream with nothing where something would have to be fetched: enough for its words."""
    return Stage().read(_copy(value)) if value else []
