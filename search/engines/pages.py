"""A page as an engine keeps it: one entry with a version per language, and the terms to index for it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from search.engines.base import LANGUAGE, YEAR, EngineSettings, IndexDocument
from search.plan import fields
from search.text import dates, phones
from search.text.analysis import Analysis
from search.text.fold import fold
from search.text.sounds import sound
from search.text.words import folded_words, plain

FORMAT = 6  # raise when the fields or their analysis change: older indexes are built anew
_LONGEST_TEXT = 100_000  # characters of a body or of attachments that are searched
_LONGEST_WORD = 60
_BEGINNINGS = range(2, 16)
Record = dict[str, Any]


def fingerprint(settings: EngineSettings) -> str:
    """Changes when an index built with other settings or an older format must be built anew."""
    described = [FORMAT, sorted(settings.languages.items()), sorted(settings.facets), settings.region]
    return hashlib.blake2b(json.dumps(described).encode(), digest_size=6).hexdigest()


@dataclass
class PageRecord:
    """A page's versions by language, the one written last at the end."""

    page: str
    versions: dict[str, Record] = field(default_factory=dict)

    @property
    def last(self) -> Record:
        """The version that decides what belongs to the page as a whole."""
        return next(reversed(self.versions.values()))

    def put(self, document: IndexDocument) -> None:
        """Replace one version."""
        self.versions.pop(document.language, None)
        self.versions[document.language] = document.as_record() | {"digest": document.digest}

    def change(self, documents: list[IndexDocument], languages: set[str]) -> bool:
        """Remove these languages and write these documents; whether anything is different now."""
        before = {code: version["digest"] for code, version in self.versions.items()}
        for language in languages:
            self.versions.pop(language, None)
        for document in documents:
            self.put(document)
        return before != {code: version["digest"] for code, version in self.versions.items()}

    def as_json(self) -> str:
        """For the engine's store."""
        return json.dumps({"page": self.page, "versions": self.versions}, ensure_ascii=True, default=str)

    @classmethod
    def from_json(cls, text: str | bytes) -> PageRecord:
        """Back from the store."""
        stored = json.loads(text)
        return cls(stored["page"], stored["versions"])


def split_key(key: str) -> tuple[str, str]:
    """Page and language of a document's key."""
    page, _, language = key.rpartition("/")
    return page, language


Changes = dict[str, tuple[list[IndexDocument], set[str]]]


def changes(upserts: Iterable[IndexDocument], deletes: Iterable[str]) -> Changes:
    """Documents to write and languages to remove, by page; the last of two documents with one key counts."""
    latest = {document.key: document for document in upserts}
    found: Changes = {}
    for document in latest.values():
        found.setdefault(document.page, ([], set()))[0].append(document)
    for key in deletes:
        page, language = split_key(key)
        if key not in latest:
            found.setdefault(page, ([], set()))[1].add(language)
    return found


def grouped(documents: Iterable[IndexDocument]) -> Iterator[PageRecord]:
    """Neighbouring documents of one page as one record."""
    for page, versions in groupby(documents, key=lambda document: document.page):
        record = PageRecord(page)
        for document in versions:
            record.put(document)
        yield record


@dataclass(frozen=True)
class PageTerms:
    """Turns a page into the contents of the index's fields."""

    settings: EngineSettings
    kinds: Mapping[str, Analysis]

    def of(self, record: PageRecord) -> dict[str, list[str]]:
        """Text fields with their values; bags and folded fields hold words separated by spaces."""
        content: dict[str, list[str]] = {
            fields.PAGE: [record.page],
            fields.LANGUAGE: [code for code in record.versions if code in self.kinds],
            fields.KEY: [f"{record.page}/{code} {version['digest']}" for code, version in record.versions.items()],
            fields.CARD: ["1"] if record.last["is_card"] else [],
        }
        self._add_shared(content, record)
        for code, version in record.versions.items():
            if kind := self.kinds.get(code):
                content |= self._version(code, kind, version)
        return content

    def _add_shared(self, content: dict[str, list[str]], record: PageRecord) -> None:
        """What belongs to the page whatever the language."""
        for name in self.settings.facets:
            content[fields.facet(name)] = facet_values(record.last, name)
        names = {name for version in record.versions.values() for name in version["names"]}
        words = [folded_words(plain(name)) for name in sorted(names)]
        content[fields.NAMES] = [" ".join(_name_terms(parts)) for parts in words]
        content[fields.SOUND] = [" ".join({sound(part) for part in _name_terms(parts)}) for parts in words]
        numbers = {number for version in record.versions.values() for number in version["phones"]}
        text = " ".join(
            " ".join((version["title"], version["lead"], version["body"][:20_000]))
            for version in record.versions.values()
        )
        content[fields.PHONES] = [" ".join(phones.document_terms(tuple(numbers), text, self.settings.region))]

    def _version(self, code: str, kind: Analysis, version: Record) -> dict[str, list[str]]:
        """The fields of one language."""
        title, lead = plain(version["title"]), plain(version["lead"])
        body, files = plain(version["body"][:_LONGEST_TEXT]), plain(version["attachments"][:_LONGEST_TEXT])
        names, topics = plain(" , ".join(version["names"])), plain(" , ".join(version["topics"]))
        words = [_words(text) for text in (title, lead, names, topics, body, files)]
        dated = [fold(word) for word in dates.words(read_date(version["date"]), kind.name)]
        about = [word for word in words[3] if word not in kind.stop] + dated
        content = {
            fields.TITLE: [title],
            fields.LEAD: [lead],
            fields.TEXT: [text for text in (lead, body, topics, names) if text],
            fields.FILE: [files] if files else [],
            fields.EXACT_TITLE: [" ".join(words[0])],
            fields.EXACT: [" ".join(part) for part in words if part],
            fields.FAMILY: [" ".join({kind.family(word) for word in set().union(*words, dated) - kind.stop})],
            fields.TOPIC: [" ".join(dict.fromkeys([*about, *map(kind.root, about)]))],
            fields.BEGINNING: [" ".join(_beginnings(words[0] + words[2]))],
        }
        return {fields.of(name, code): values for name, values in content.items()}


def _words(text: str) -> list[str]:
    return [word for word in folded_words(text) if len(word) <= _LONGEST_WORD]


def _name_terms(parts: list[str]) -> list[str]:
    """The words of a name and neighbours joined: Ben Ali is Benali too."""
    return [*parts, *(first + second for first, second in zip(parts, parts[1:], strict=False))]


def _beginnings(words: list[str]) -> list[str]:
    """What one has typed so far of each word."""
    return sorted({word[:count] for word in words for count in _BEGINNINGS if count <= len(word)} | set(words))


def facet_values(version: Record, name: str) -> list[str]:
    """A page's values of one facet; the year comes from the date, the kind from the document."""
    values = [str(value) for value in version["facets"].get(name, ())]
    if name == YEAR and not values and version["date"]:
        return [version["date"][:4]]
    if name == "kind" and not values and version["kind"]:
        return [version["kind"]]
    return sorted(set(values) - {""}) if name != LANGUAGE else []


def minute(version: Record) -> int:
    """The date as a number to sort by, minutes since year 1; 0 when there is none."""
    moment = read_date(version["date"])
    if moment is None:
        return 0
    clock = moment.hour * 60 + moment.minute if isinstance(moment, dt.datetime) else 0
    return moment.toordinal() * 1440 + clock


def read_date(text: str | None) -> dt.date | None:
    """A date or a date with time, as it was given."""
    if not text:
        return None
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
