"""The Elasticsearch engine behind the wall's protocol."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
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
from search.engines.elastic.client import ANSWER, Q, Transport, guarding, helpers, within
from search.engines.elastic.reading import ElasticMatcher
from search.engines.elastic.writing import ElasticWriter
from search.engines.planned import PlannedSearch
from search.plan import fields

_TRUSTED = 10.0  # seconds for which the mapping is not looked at again


def _answering(method: Callable[..., Any]) -> Callable[..., Any]:
    """A question: one short time for everything it needs, on an index of the right mapping."""

    @wraps(method)
    def wrapper(self: ElasticEngine, *args: Any, **kwargs: Any) -> Any:
        with self._remembering(), within(self.patience):
            self._check_mapping()
            return method(self, *args, **kwargs)

    return wrapper


class ElasticEngine:
    """Search on a server; one alias, one index behind it."""

    name = "elasticsearch"

    def __init__(self, url: str, prefix: str, settings: EngineSettings, patience: float = ANSWER) -> None:
        self.transport = Transport(url, patience)
        self.patience = patience
        self.settings = settings
        self.alias = prefix
        self.matcher = ElasticMatcher(self.transport, prefix, settings)
        self.writer = ElasticWriter(self.transport, prefix, settings)
        self.planned = PlannedSearch(self.matcher, settings, self.name)
        self._trusted_until = 0.0
        self._last_error = ""

    @property
    def members(self) -> tuple[SearchEngine, ...]:
        """Itself."""
        return (self,)

    def _remembering(self) -> _Remembering:
        return _Remembering(self)

    def _check_mapping(self) -> None:
        """An index of an older version would answer wrongly: better that it does not answer."""
        if time.monotonic() < self._trusted_until:
            return
        with guarding():
            if not self.writer.current():
                raise SearchUnavailable("there is no index with the present mapping")
        self._trusted_until = time.monotonic() + _TRUSTED

    @_answering
    def search(self, query: SearchQuery) -> SearchResult:
        """See the protocol."""
        return self.planned.search(query)

    @_answering
    def autocomplete(self, text: str, language: str, limit: int = 8) -> tuple[Completion, ...]:
        """See the protocol."""
        return self.planned.autocomplete(text, language, limit)

    @_answering
    def more_like(self, page: str, language: str, limit: int = 4) -> tuple[SearchHit, ...]:
        """See the protocol."""
        return self.planned.more_like(page, language, limit)

    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None = None) -> None:
        """See the protocol; documents first, the cursor last."""
        with self._remembering():
            self.writer.apply(upserts, deletes, cursor)

    def cursor(self) -> int | None:
        """None when there is no index or it has an older mapping. SearchUnavailable when the server is away."""
        with self._remembering(), guarding():
            name = self.writer.current()
            return self.writer.marker(self.transport.reading, name).get("cursor") if name else None

    def keys(self) -> Iterator[tuple[str, str]]:
        """See the protocol; SearchUnavailable may come while it goes on."""
        wanted = {"query": {"exists": {"field": fields.KEY}}, "_source": False, "docvalue_fields": [fields.KEY]}
        with self._remembering(), guarding():
            for hit in helpers.scan(self.transport.writing, query=wanted, index=self.alias, size=1000):
                for term in hit["fields"][fields.KEY]:
                    key, _, digest = term.rpartition(" ")
                    yield key, digest

    def rebuild(
        self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None = None
    ) -> int:
        """See the protocol."""
        with self._remembering():
            count = self.writer.rebuild(documents, cursor, progress)
        self._trusted_until = 0.0
        return count

    def health(self) -> Health:
        """Counts and the last error; never raises."""
        try:
            with guarding():
                name = self.writer.current()
                if not name:
                    return Health(self.name, False, detail="there is no index with the present mapping")
                counts = self.matcher._count([Q("term", **{fields.LANGUAGE: code}) for code in self.settings.languages])
                stats = self.transport.reading.indices.stats(index=name, metric="store").body
                return Health(
                    engine=self.name,
                    is_ready=True,
                    documents=sum(counts),
                    generation=name,
                    cursor=self.cursor(),
                    last_error=self._last_error,
                    bytes=stats["_all"]["primaries"]["store"]["size_in_bytes"],
                )
        except SearchUnavailable as error:
            return Health(self.name, False, detail=str(error), last_error=self._last_error)

    def close(self) -> None:
        """Close the connections."""
        self.transport.close()


class _Remembering:
    """Keeps the last error for the health page, and looks at the mapping again after it."""

    def __init__(self, engine: ElasticEngine) -> None:
        self.engine = engine

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, SearchUnavailable):
            self.engine._last_error = str(error)
            self.engine._trusted_until = 0.0
