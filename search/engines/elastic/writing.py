"""Changes the Elasticsearch index: documents first, the cursor last, so that a crash only means doing it again."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from search.engines.base import EngineSettings, IndexDocument, SearchUnavailable
from search.engines.elastic.client import Client, NotFoundError, Transport, guarding, send
from search.engines.elastic.mapping import PUBLISHED, index_body
from search.engines.pages import Changes, PageRecord, PageTerms, changes, fingerprint, grouped, minute
from search.plan import fields
from search.text.analysis import analyses

MARKER = "*marker*"
_ABANDONED = 3600  # seconds after which an index without the alias is what an interrupted build left
_ATTEMPTS = 5  # when another writer changes the same pages
_READ = 200  # pages read at once


class ElasticWriter:
    """Applies changes behind the alias and builds new indexes beside it."""

    def __init__(self, transport: Transport, alias: str, settings: EngineSettings) -> None:
        self.transport = transport
        self.alias = alias
        self.settings = settings
        self.terms = PageTerms(settings, analyses(settings.languages))

    def current(self) -> str:
        """The index behind the alias; "" when there is none or it was built with another mapping."""
        try:
            answer = self.transport.reading.indices.get_mapping(index=self.alias).body
        except NotFoundError:
            return ""
        for name, mapping in answer.items():
            meta = mapping["mappings"].get("_meta", {})
            if name != self.alias and meta.get("fingerprint") == fingerprint(self.settings):
                return str(name)
        return ""

    def marker(self, client: Client, name: str) -> dict[str, Any]:
        """What the marker document says."""
        try:
            return json.loads(client.get(index=name, id=MARKER)["_source"][fields.SOURCE])
        except NotFoundError:
            return {}

    def apply(self, upserts: Iterable[IndexDocument], deletes: Iterable[str], cursor: int | None) -> None:
        """Read, merge and write the pages; again for those that another writer changed meanwhile."""
        with guarding():
            name = self.current()
            if not name:
                raise SearchUnavailable("the index must be built before it can be changed")
            client = self.transport.writing
            left = changes(upserts, deletes)
            for _ in range(_ATTEMPTS):
                conflicts = send(client, self._actions(client, name, left), lambda: None)
                left = {page: left[page] for page in conflicts}
                if not left:
                    break
            if left:
                raise SearchUnavailable("other writers keep changing the same pages")
            if cursor is not None:
                stored = self.marker(client, name).get("cursor") or 0
                client.index(index=name, id=MARKER, document=_marker(max(cursor, stored)))
            client.indices.refresh(index=name)

    def _actions(self, client: Client, name: str, changed: Changes) -> Iterator[dict[str, Any]]:
        """Bulk actions that only succeed on the version that was read."""
        pages = list(changed)
        for start in range(0, len(pages), _READ):
            answers = client.mget(index=name, ids=pages[start : start + _READ])["docs"]
            for answer in answers:
                yield from self._action(name, answer, changed[answer["_id"]])

    def _action(
        self, name: str, answer: dict[str, Any], change: tuple[list[IndexDocument], set[str]]
    ) -> Iterator[dict[str, Any]]:
        """One page's action, none when nothing in it changed."""
        page = answer["_id"]
        exists = answer.get("found", False)
        record = PageRecord.from_json(answer["_source"][fields.SOURCE]) if exists else PageRecord(page)
        if not record.change(*change):
            return
        action: dict[str, Any] = {"_index": name, "_id": page}
        if exists:
            action |= {"if_seq_no": answer["_seq_no"], "if_primary_term": answer["_primary_term"]}
        if record.versions:
            operation = "index" if exists else "create"
            yield action | {"_op_type": operation, "_source": self.document(record)}
        elif exists:
            yield action | {"_op_type": "delete"}

    def document(self, record: PageRecord) -> dict[str, Any]:
        """A page as the server takes it."""
        document: dict[str, Any] = {name: values for name, values in self.terms.of(record).items() if any(values)}
        last = record.last
        document[fields.DAY] = minute(last)
        document[fields.WEIGHT] = float(last["weight"])
        document[fields.SOURCE] = record.as_json()
        if last["date"]:
            document[PUBLISHED] = last["date"][:10]
        return document

    def rebuild(self, documents: Iterable[IndexDocument], cursor: int, progress: Callable[[int], None] | None) -> int:
        """Fill a new index, then move the alias to it in one step; the old one answers until then."""
        with guarding():
            client = self.transport.writing
            name = f"{self.alias}-{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:6]}"
            client.indices.create(index=name, body=index_body(self.settings))
            try:
                count = self._fill(client, name, documents, progress or (lambda done: None))
                client.index(index=name, id=MARKER, document=_marker(cursor))
                client.indices.put_settings(index=name, body={"refresh_interval": "1s"})
                client.indices.refresh(index=name)
                self._swap(client, name)
            except BaseException:
                client.options(ignore_status=[404]).indices.delete(index=name)
                raise
        return count

    def _fill(
        self, client: Client, name: str, documents: Iterable[IndexDocument], progress: Callable[[int], None]
    ) -> int:
        """Send everything; a version that comes late is joined to its page."""
        count, late, seen = 0, [], set()

        def actions() -> Iterator[dict[str, Any]]:
            nonlocal count
            for record in grouped(documents):
                if record.page in seen:
                    late.append(record)
                else:
                    seen.add(record.page)
                    yield {"_index": name, "_id": record.page, "_source": self.document(record)}
                count += len(record.versions)
                progress(count)

        send(client, actions(), lambda: None)
        for record in late:
            before = PageRecord.from_json(client.get(index=name, id=record.page)["_source"][fields.SOURCE])
            before.versions |= record.versions
            client.index(index=name, id=record.page, document=self.document(before))
        return count

    def _swap(self, client: Client, name: str) -> None:
        """The alias moves in one step; what it pointed to goes, and so does what interrupted builds left."""
        actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": self.alias, "is_write_index": True}}]
        found = client.options(ignore_status=[404]).indices.get(index=f"{self.alias},{self.alias}-*").body
        now = time.time() * 1000
        for other, about in found.items():
            if other == name or not isinstance(about, dict) or "settings" not in about:
                continue
            age = now - float(about["settings"]["index"]["creation_date"])
            if other == self.alias or self.alias in about.get("aliases", {}) or age > _ABANDONED * 1000:
                actions.append({"remove_index": {"index": other}})
        client.indices.update_aliases(body={"actions": actions})


def _marker(cursor: int) -> dict[str, Any]:
    """The marker as a document: in no language, so that nobody finds it."""
    return {fields.SOURCE: json.dumps({"cursor": cursor})}
