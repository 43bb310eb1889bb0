"""The index as it is on disk now: reopened when another process committed, refused when files are missing or cut."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from search.engines.base import EngineSettings, SearchUnavailable
from search.engines.embedded import mirror
from search.engines.embedded.generations import Generations
from search.engines.embedded.native import Index, Query, Searcher, TextAnalyzer, guarding, stored
from search.engines.embedded.schema import analysers, build_schema, register
from search.engines.pages import fingerprint
from search.plan import fields
from search.text.analysis import Analysis, analyses

MARKER = "*marker*"  # the document that holds the cursor; without it a folder is no index of ours
_META = "meta.json"
_LOOK_AGAIN = 0.1  # seconds for which the sizes of the files are taken for granted


@dataclass(frozen=True)
class Snapshot:
    """One commit, open for reading."""

    generation: str
    path: Path
    index: Index
    searcher: Searcher
    marker: Mapping[str, Any]
    version: tuple[int, int, int]
    sizes: Mapping[str, int]

    def is_intact(self) -> bool:
        """No file became shorter than it was: reading past the end of a mapped file would kill the process."""
        try:
            now = {entry.name: entry.stat().st_size for entry in os.scandir(self.path)}
        except OSError:
            return False
        return all(now.get(name, -1) >= size for name, size in self.sizes.items())


class Snapshots:
    """Hands out the newest snapshot; safe for threads."""

    def __init__(self, generations: Generations, settings: EngineSettings) -> None:
        self.generations = generations
        self.settings = settings
        self.kinds: dict[str, Analysis] = analyses(settings.languages)
        self.analysers: dict[str, TextAnalyzer] = analysers(self.kinds)
        self.schema = build_schema(settings)
        self._lock = threading.Lock()
        self._held: Snapshot | None = None
        self._looked = 0.0

    def newest(self) -> Snapshot:
        """The last commit of the generation in use. SearchUnavailable when there is no sound index."""
        held = self._held
        if held and self._is_newest(held):
            return held
        with self._lock:
            held = self._held
            if held and self._is_newest(held):
                return held
            self._held = None
            self._held = self._open()
            return self._held

    def forget(self) -> None:
        """Open anew at the next question."""
        with self._lock:
            self._held = None

    def _is_newest(self, held: Snapshot) -> bool:
        if self.generations.current() != held.generation:
            return False
        if _version(held.path) != held.version:
            return False
        if time.monotonic() - self._looked < _LOOK_AGAIN:
            return True
        self._looked = time.monotonic()
        return held.is_intact()

    def _open(self) -> Snapshot:
        """Open the folder the pointer names; a commit during opening is simply seen at the next question."""
        name = self.generations.current()
        if not name:
            raise SearchUnavailable("there is no index yet")
        path = self.generations.path(name)
        version = _version(path)
        if version is None:
            raise SearchUnavailable("the index has no list of its files")
        with guarding():
            opened = path if mirror.may_write(path) else mirror.linked(path)
        try:
            return self._read(name, path, opened, version)
        except BaseException:
            if opened != path:
                mirror.remove(opened)
            raise

    def _read(self, name: str, path: Path, opened: Path, version: tuple[int, int, int]) -> Snapshot:
        """Open one commit and make sure that it is an index of this version and these settings."""
        with guarding():
            sizes = _sizes(path)
            index = open_index(opened, self)
            searcher = index.searcher()
            marker = read_marker(searcher, self)
        if marker is None:
            raise SearchUnavailable("the index has no marker")
        if marker.get("fingerprint") != fingerprint(self.settings):
            raise SearchUnavailable("the index was built by an older version or with other settings")
        snapshot = Snapshot(name, path, index, searcher, marker, version, sizes)
        if opened != path:
            mirror.remove_with(snapshot, opened)
        return snapshot


def open_index(path: Path, snapshots: Snapshots) -> Index:
    """An index ready for writing and reading."""
    index = Index.open(str(path))
    register(index, snapshots.kinds, snapshots.analysers)
    index.config_reader("manual")
    index.reload()
    return index


def read_marker(searcher: Searcher, snapshots: Snapshots) -> dict[str, Any] | None:
    """What the marker document says; None when there is none."""
    query = Query.term_query(snapshots.schema, fields.PAGE, MARKER)
    hits = searcher.search(query, 1).hits
    if not hits:
        return None
    return json.loads(stored(searcher, hits[0][1], fields.SOURCE))


def _version(path: Path) -> tuple[int, int, int] | None:
    """Identity of the list of files: changes with every commit and merge."""
    try:
        status = os.stat(path / _META)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


def _sizes(path: Path) -> dict[str, int]:
    """Sizes of the files of the segments in use."""
    meta = json.loads((path / _META).read_bytes())
    names = {segment["segment_id"].replace("-", "") for segment in meta["segments"]}
    files = (entry for entry in os.scandir(path) if entry.name.split(".")[0] in names)
    return {entry.name: entry.stat().st_size for entry in files}
