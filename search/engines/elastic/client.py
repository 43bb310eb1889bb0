"""The only module that imports the Elasticsearch client; its errors become SearchUnavailable here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, helpers
from elasticsearch_dsl import Q, Search
from elasticsearch_dsl.query import Query

from search.engines.base import SearchUnavailable

__all__ = ["Client", "NotFoundError", "Q", "Query", "Search", "Transport", "guarding", "helpers", "send", "within"]
Client = Elasticsearch
ANSWER = 0.8  # seconds for everything one question needs: the stand-in answers within the same second
CHANGE = 30.0  # seconds for one request that writes
_CONFLICT, _MISSING = 409, 404  # HTTP statuses of single actions
_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)


@contextmanager
def guarding() -> Iterator[None]:
    """Whatever the server or the way to it does is SearchUnavailable outside."""
    try:
        yield
    except (ApiError, TransportError, helpers.BulkIndexError, OSError, ValueError, KeyError) as error:
        raise SearchUnavailable(f"{type(error).__name__}: {str(error)[:300]}") from error


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """All requests inside share this time; a question inside another keeps the outer deadline."""
    if _deadline.get() is not None:
        yield
        return
    token = _deadline.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _deadline.reset(token)


class Transport:
    """One connection pool; `reading` and `writing` give clients with the right patience."""

    def __init__(self, url: str, patience: float = ANSWER) -> None:
        self.url = url
        self._patience = patience
        self._client = Elasticsearch(url, max_retries=0, retry_on_timeout=False, request_timeout=patience)

    @property
    def reading(self) -> Elasticsearch:
        """For questions: no more time than is left. SearchUnavailable when none is."""
        deadline = _deadline.get()
        left = self._patience if deadline is None else deadline - time.monotonic()
        if left <= 0:
            raise SearchUnavailable("the server took too long")
        return self._client.options(request_timeout=left)

    @property
    def writing(self) -> Elasticsearch:
        """For changes."""
        return self._client.options(request_timeout=CHANGE)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()


def send(client: Elasticsearch, actions: Iterable[dict[str, Any]], done: Callable[[], None]) -> list[str]:
    """Bulk requests of a bounded size; the ids another writer changed meanwhile.

    `done` is called after each action. SearchUnavailable when the server refuses one for another reason.
    """
    conflicts: list[str] = []
    for succeeded, answer in helpers.streaming_bulk(
        client, actions, chunk_size=400, max_chunk_bytes=8_000_000, raise_on_error=False
    ):
        done()
        item = next(iter(answer.values()))
        if not succeeded and item.get("status") == _CONFLICT:
            conflicts.append(item["_id"])
        elif not succeeded and item.get("status") != _MISSING:
            raise SearchUnavailable(f"the server refused a document: {str(item.get('error'))[:300]}")
    return conflicts
