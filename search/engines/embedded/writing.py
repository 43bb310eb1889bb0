"""Changes the embedded index: one writer at a time, each change all or nothing."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from search.engines.base import IndexDocument, SearchUnavailable
from search.engines.embedded.native import Document, Index, IndexWriter, Searcher, guarding
from search.engines.embedded.reading import read_page
from search.engines.embedded.snapshots import MARKER, Snapshots, open_index, read_marker
from search.engines.pages import PageRecord, PageTerms, changes, fingerprint, grouped, minute
from search.plan import fields

_HEAP = 32_000_000  # bytes for a small change
_BUILD_HEAP = 40_000_000  # bytes for a whole generation: memory stays small on a small server
_PATIENCE = 30.0  # seconds to wait for another writer
_BUSY = "Lock"  # in the engine's message when another process is writing


class EmbeddedWriter:
    """Applies changes to the generation in use and builds new ones."""

    def __init__(self, snapshots: Snapshots, patience: float = _PATIENCE) -> None:
        self.snapshots = snapshots
        self.generations = snapshots.generations
        self.terms = PageTerms(snapshots.settings, snapshots.kinds)
        self.patience = patience

    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None) -> None:
        """One commit with all of it, or nothing."""
        changed = changes(upserts, deletes)
        with guarding(), self._writing() as (searcher, marker, writer):
            for page, (documents, languages) in changed.items():
                self._change(searcher, writer, page, documents, languages)
            if cursor is not None:
                marker["cursor"] = max(cursor, marker.get("cursor") or 0)
            self._mark(writer, marker)
            writer.commit()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[tuple[Searcher, dict[str, Any], IndexWriter]]:
        """The index as the last writer left it, with the right to change it; merges are finished at the end."""
        writer, index = self._lock_current()
        try:
            writer.garbage_collect_files()  # what a killed writer left has the names this one is about to use
            index.reload()
            searcher = index.searcher()
            marker = read_marker(searcher, self.snapshots)
            if marker is None or marker.get("fingerprint") != fingerprint(self.snapshots.settings):
                raise SearchUnavailable("the index must be built anew before it can be changed")
            yield searcher, marker, writer
        except BaseException:
            with contextlib.suppress(Exception):
                writer.rollback()
            raise
        finally:
            with contextlib.suppress(Exception):
                writer.wait_merging_threads()

    def _lock_current(self) -> tuple[IndexWriter, Index]:
        """A writer on the generation in use, even when a rebuild swaps it meanwhile."""
        while True:
            name = self.generations.current()
            if not name:
                raise SearchUnavailable("there is no index yet")
            index = open_index(self.generations.path(name), self.snapshots)
            writer = self._writer(index, _HEAP)
            if self.generations.current() == name:
                return writer, index
            writer.wait_merging_threads()

    def _writer(self, index: Index, heap: int) -> IndexWriter:
        """Wait while another process writes. SearchUnavailable when it takes too long."""
        deadline = time.monotonic() + self.patience
        while True:
            try:
                return index.writer(heap, 1)
            except ValueError as error:
                if _BUSY not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def _change(
        self,
        searcher: Searcher,
        writer: IndexWriter,
        page: str,
        documents: list[IndexDocument],
        languages: set[str],
    ) -> None:
        """Write one page anew, unless nothing in it changed."""
        record = read_page(searcher, self.snapshots, page) or PageRecord(page)
        if not record.change(documents, languages):
            return
        writer.delete_documents_by_term(fields.PAGE, page)
        if record.versions:
            writer.add_document(self.document(record))

    def document(self, record: PageRecord) -> Document:
        """A page as the engine takes it."""
        document = Document()
        for name, values in self.terms.of(record).items():
            for value in values:
                if value:
                    document.add_text(name, value)
        document.add_integer(fields.DAY, minute(record.last))
        document.add_float(fields.WEIGHT, float(record.last["weight"]))
        document.add_bytes(fields.SOURCE, record.as_json().encode())
        return document

    def _mark(self, writer: IndexWriter, marker: dict[str, Any]) -> None:
        """The cursor travels in the same commit as what it stands for."""
        writer.delete_documents_by_term(fields.PAGE, MARKER)
        document = Document()
        document.add_text(fields.PAGE, MARKER)
        document.add_bytes(fields.SOURCE, json.dumps(marker).encode())
        writer.add_document(document)

    def rebuild(self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None) -> int:
        """A new generation beside the old one, then the swap; the old one answers until then."""
        with guarding():
            old = self.generations.current()
            name = self.generations.begin()
            try:
                count = self._build(name, documents, cursor, progress or (lambda done: None))
                self.generations.swap(name)
            except BaseException:
                self.generations.discard(name)
                raise
            if old:
                self.generations.discard(old)
            self.generations.sweep({name})
        return count

    def _build(
        self, name: str, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None]
    ) -> int:
        """Fill an empty generation."""
        path = self.generations.path(name)
        Index(self.snapshots.schema, str(path), reuse=False)
        index = open_index(path, self.snapshots)
        writer = self._writer(index, _BUILD_HEAP)
        count, seen = 0, set()
        for record in grouped(documents):
            if record.page in seen:
                self._add_late(index, writer, record)
            else:
                seen.add(record.page)
                writer.add_document(self.document(record))
            count += len(record.versions)
            progress(count)
        self._mark(writer, {"cursor": cursor, "fingerprint": fingerprint(self.snapshots.settings)})
        writer.commit()
        writer.wait_merging_threads()
        return count

    def _add_late(self, index: Index, writer: IndexWriter, record: PageRecord) -> None:
        """A version that did not come beside its page's others: join it to what was written before."""
        writer.commit()
        index.reload()
        before = read_page(index.searcher(), self.snapshots, record.page) or PageRecord(record.page)
        before.versions |= record.versions
        writer.delete_documents_by_term(fields.PAGE, record.page)
        writer.add_document(self.document(before))
