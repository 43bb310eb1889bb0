"""The embedded engine behind the wall's protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from search.engines.base import (
    Completion,
    EngineSettings,
    Health,
    IndexDocument,
    SearchEngine,
    SearchHit,
    SearchQuery,
    SearchResult,
    SearchUnavailable,
)
from search.engines.embedded.generations import Generations
from search.engines.embedded.listing import keys_in
from search.engines.embedded.native import Query, guarding, total
from search.engines.embedded.reading import EmbeddedMatcher
from search.engines.embedded.snapshots import Snapshots
from search.engines.embedded.writing import EmbeddedWriter
from search.engines.planned import PlannedSearch
from search.plan import fields


def _remembering(method: Callable[..., Any]) -> Callable[..., Any]:
    """Keep the last error for the health page."""

    @wraps(method)
    def wrapper(self: EmbeddedEngine, *args: Any, **kwargs: Any) -> Any:
        try:
            with guarding():
                return method(self, *args, **kwargs)
        except SearchUnavailable as error:
            self._last_error = str(error)
            self.snapshots.forget()
            raise

    return wrapper


class EmbeddedEngine:
    """Search in a folder of files; several processes may share it."""

    name = "embedded"

    def __init__(self, folder: Path, settings: EngineSettings, patience: float = 30.0) -> None:
        self.generations = Generations(folder)
        self.snapshots = Snapshots(self.generations, settings)
        self.writer = EmbeddedWriter(self.snapshots, patience)
        self.matcher = EmbeddedMatcher(self.snapshots)
        self.planned = PlannedSearch(self.matcher, settings, self.name)
        self.settings = settings
        self._last_error = ""

    @property
    def members(self) -> tuple[SearchEngine, ...]:
        """Itself."""
        return (self,)

    @_remembering
    def search(self, query: SearchQuery) -> SearchResult:
        """See the protocol."""
        return self.planned.search(query)

    @_remembering
    def autocomplete(self, text: str, language: str, limit: int = 8) -> tuple[Completion, ...]:
        """See the protocol."""
        return self.planned.autocomplete(text, language, limit)

    @_remembering
    def more_like(self, page: str, language: str, limit: int = 4) -> tuple[SearchHit, ...]:
        """See the protocol."""
        return self.planned.more_like(page, language, limit)

    @_remembering
    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None = None) -> None:
        """See the protocol."""
        self.writer.apply(upserts, deletes, cursor)

    def cursor(self) -> int | None:
        """None also when the index is damaged, older or built with other settings: all of these mean build."""
        try:
            with guarding():
                return self.snapshots.newest().marker.get("cursor")
        except SearchUnavailable as error:
            self._last_error = str(error)
            return None

    @_remembering
    def keys(self) -> Iterator[tuple[str, str]]:
        """See the protocol."""
        return keys_in(self.snapshots.newest().searcher)

    @_remembering
    def rebuild(
        self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None = None
    ) -> int:
        """See the protocol."""
        return self.writer.rebuild(documents, cursor, progress)

    def health(self) -> Health:
        """Counts and the last error; never raises."""
        try:
            with guarding():
                snapshot = self.snapshots.newest()
                queries = (
                    Query.term_query(self.snapshots.schema, fields.LANGUAGE, code) for code in self.settings.languages
                )
                return Health(
                    engine=self.name,
                    is_ready=True,
                    documents=sum(total(snapshot.searcher.search(query, 1)) for query in queries),
                    generation=snapshot.generation,
                    cursor=snapshot.marker.get("cursor"),
                    last_error=self._last_error,
                    bytes=self.generations.size(snapshot.generation),
                )
        except SearchUnavailable as error:
            return Health(self.name, False, detail=str(error), last_error=self._last_error)

    def close(self) -> None:
        """Let go of the files."""
        self.snapshots.forget()
