"""Two engines as one: a server that may be away, and the embedded index kept warm beside it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from search.engines.base import (
    Completion,
    Health,
    IndexDocument,
    SearchEngine,
    SearchHit,
    SearchQuery,
    SearchResult,
    SearchUnavailable,
)

_log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Breaker:
    """Opens after some failures in a row and lets one question through when its pause is over; safe for threads."""

    def __init__(self, failures: int = 3, pause: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.failures = failures
        self.pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._failed = 0
        self._closed_again = 0.0

    @property
    def is_open(self) -> bool:
        """Whether questions go elsewhere now."""
        return self._failed >= self.failures and self._clock() < self._closed_again

    def admits(self) -> bool:
        """Whether this question may try; after the pause one may, the others wait for its fate."""
        with self._lock:
            if self._failed < self.failures:
                return True
            if self._clock() < self._closed_again:
                return False
            self._closed_again = self._clock() + self.pause
            return True

    def succeeded(self) -> None:
        """Closed again."""
        with self._lock:
            self._failed = 0

    def failed(self) -> None:
        """One more failure."""
        with self._lock:
            self._failed += 1
            if self._failed >= self.failures:
                self._closed_again = self._clock() + self.pause


class FallbackEngine:
    """Asks the primary; the secondary when the primary fails or failed just now.

    Both are written to, each from its own cursor, so that the secondary is always warm: see `members`.
    """

    def __init__(self, primary: SearchEngine, secondary: SearchEngine, breaker: Breaker | None = None) -> None:
        self.primary = primary
        self.secondary = secondary
        self.breaker = breaker or Breaker()
        self.name = primary.name
        self._last_error = ""

    @property
    def members(self) -> tuple[SearchEngine, ...]:
        """Both, for whoever keeps them up to date."""
        return (*self.primary.members, *self.secondary.members)

    def _first(self, ask: Callable[[SearchEngine], Answer]) -> tuple[Answer, bool]:
        """The answer, and whether it is the secondary's."""
        if self.breaker.admits():
            try:
                answer = ask(self.primary)
            except SearchUnavailable as error:
                self.breaker.failed()
                self._last_error = str(error)
                _log.warning("search: %s is unavailable, answering from %s: %s", self.name, self.secondary.name, error)
            else:
                self.breaker.succeeded()
                return answer, False
        return ask(self.secondary), True

    def search(self, query: SearchQuery) -> SearchResult:
        """See the protocol; `degraded` tells operators, not readers."""
        result, degraded = self._first(lambda engine: engine.search(query))
        return replace(result, degraded=True) if degraded else result

    def autocomplete(self, text: str, language: str, limit: int = 8) -> tuple[Completion, ...]:
        """See the protocol."""
        return self._first(lambda engine: engine.autocomplete(text, language, limit))[0]

    def more_like(self, page: str, language: str, limit: int = 4) -> tuple[SearchHit, ...]:
        """See the protocol."""
        return self._first(lambda engine: engine.more_like(page, language, limit))[0]

    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None = None) -> None:
        """Both, even when one fails; the failure is raised at the end."""
        documents, keys = list(upserts), list(deletes)
        self._both(lambda engine: engine.apply(documents, keys, cursor))

    def _both(self, change: Callable[[SearchEngine], object]) -> None:
        """Do it to every member; the first failure is raised when all had their turn."""
        errors: list[SearchUnavailable] = []
        for engine in self.members:
            try:
                change(engine)
            except SearchUnavailable as error:
                self._last_error = f"{engine.name}: {error}"
                errors.append(error)
        if errors:
            raise errors[0]

    def cursor(self) -> int | None:
        """What both have applied; None when one of them must be built."""
        cursors = [engine.cursor() for engine in self.members]
        known = [cursor for cursor in cursors if cursor is not None]
        return min(known) if len(known) == len(cursors) else None

    def keys(self) -> Iterator[tuple[str, str]]:
        """The primary's, else the secondary's."""
        return self._first(lambda engine: engine.keys())[0]

    def rebuild(
        self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None = None
    ) -> int:
        """Both, from one list of documents; for a large site rebuild each member by itself."""
        listed = list(documents)
        self._both(lambda engine: engine.rebuild(listed, cursor, progress))
        return len(listed)

    def health(self) -> Health:
        """The primary's, and whether the secondary answers now."""
        health = self.primary.health()
        if not self.breaker.is_open and health.is_ready:
            return replace(health, last_error=self._last_error or health.last_error)
        detail = f"answers come from {self.secondary.name}. {health.detail}".strip()
        return replace(health, detail=detail, last_error=self._last_error or health.last_error)

    def close(self) -> None:
        """Both."""
        for engine in self.members:
            engine.close()
