"""Answers the shared search's requests from Elasticsearch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from search.engines.base import LANGUAGE, EngineSettings
from search.engines.elastic.client import NotFoundError, Search, Transport, guarding
from search.engines.elastic.queries import Body, Written, combined, query, term, terms
from search.engines.elastic.requests import beginning_for, search_for
from search.engines.likeness import alike, frequent_words
from search.engines.matching import Found, Matched, Request
from search.engines.pages import PageRecord
from search.plan import fields
from search.plan.clauses import Clause
from search.text.analysis import analyses
from search.text.sounds import sound
from search.text.spelling import Candidate
from search.text.words import folded_words, plain

_SAME_SOUND = 20  # pages read for names that sound alike and for unfinished words


class ElasticMatcher:
    """A Matcher over the index behind an alias."""

    def __init__(self, transport: Transport, alias: str, settings: EngineSettings) -> None:
        self.transport = transport
        self.alias = alias
        self.settings = settings
        self.kinds = analyses(settings.languages)

    def _ask(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """One search request."""
        with guarding():
            return self.transport.reading.search(index=self.alias, body=dict(body)).body

    def match(self, request: Request) -> Matched:
        """See Matcher."""
        if not request.giving:
            return Matched(facets={name: {} for name in request.facets})
        answer = self._ask(search_for(request).to_dict())
        order = [tier.language for tier in request.giving]
        found = []
        for hit in answer["hits"]["hits"]:
            named = hit.get("matched_queries", [])
            language = next((code for code in order if code in named), order[0])
            found.append(_found(hit, language))
        counts = {name: _counts(name, answer["aggregations"][name]["values"]) for name in request.facets}
        return Matched(answer["hits"]["total"]["value"], found, counts)

    def counts(self, clauses: list[Clause]) -> list[int]:
        """See Matcher."""
        return self._count([query(clause) for clause in clauses])

    def _count(self, queries: list[Body]) -> list[int]:
        """All counts in one request."""
        if not queries:
            return []
        search = Search().extra(size=0)
        search.aggs.bucket(
            "each", "filters", filters={str(place): Written(asked) for place, asked in enumerate(queries)}
        )
        buckets = self._ask(search.to_dict())["aggregations"]["each"]["buckets"]
        return [buckets[str(place)]["doc_count"] for place in range(len(queries))]

    def known(self, words: tuple[str, ...], as_they_are: bool = False) -> frozenset[str]:
        """See Matcher."""
        counts = self._count([combined(should=self._forms(word, as_they_are)) for word in words])
        return frozenset(word for word, count in zip(words, counts, strict=True) if count)

    def _forms(self, word: str, as_they_are: bool) -> list[Body]:
        forms = [term(fields.NAMES, word)]
        for code, kind in self.kinds.items():
            forms.append(term(fields.of(fields.EXACT, code), word))
            if not as_they_are:
                forms.append(term(fields.of(fields.FAMILY, code), kind.family(word)))
        return forms

    def near(self, words: tuple[str, ...], language: str, errors: int) -> dict[str, list[Candidate]]:
        """The server's own suggestions, names that sound the same, titles with a word that begins like this."""
        if not words:
            return {}
        begun = fields.of(fields.BEGINNING, language)
        either = [terms(fields.SOUND, map(sound, words)), terms(begun, (word[:15] for word in words))]
        search = Search().query(Written(combined(should=either))).source([fields.SOURCE])[:_SAME_SOUND]
        for number, word in enumerate(words):
            for name in self._word_fields():
                how = {"field": name, "suggest_mode": "always", "prefix_length": 0, "max_edits": errors, "size": 10}
                search = search.suggest(f"{number} {name}", word, term=how)
        answer = self._ask(search.to_dict())
        found: dict[str, list[Candidate]] = {word: _read(answer["hits"]["hits"], word) for word in words}
        for label, entries in answer["suggest"].items():
            number, _, name = label.partition(" ")
            found[words[int(number)]] += self._suggested(name, entries, language)
        return found

    def _word_fields(self) -> list[str]:
        names = (fields.EXACT_TITLE, fields.EXACT)
        return [fields.NAMES, *(fields.of(name, code) for code in self.kinds for name in names)]

    @staticmethod
    def _suggested(name: str, entries: list[Mapping[str, Any]], language: str) -> list[Candidate]:
        """Suggestions from one field with how common they are: titles and names apart, other languages less."""
        share = 1 if name == fields.NAMES or name.endswith(fields.of("", language)) else 3
        in_title = name == fields.NAMES or name.startswith(fields.EXACT_TITLE)
        options = (option for entry in entries for option in entry["options"])
        counted = ((option["text"], -(-option["freq"] // share)) for option in options)
        is_name = name == fields.NAMES
        return [Candidate(text, count if in_title else 0, 0 if in_title else count, is_name) for text, count in counted]

    def beginning(self, clause: Clause, limit: int, language: str) -> list[Found]:
        """See Matcher."""
        answer = self._ask(beginning_for(query(clause), limit, dt.date.today()).to_dict())
        return [_found(hit, language) for hit in answer["hits"]["hits"]]

    def page_record(self, page: str) -> PageRecord | None:
        """See Matcher."""
        with guarding():
            try:
                answer = self.transport.reading.get(index=self.alias, id=page)
            except NotFoundError as error:
                if not error.body.get("found", True):
                    return None
                raise
            return PageRecord.from_json(answer["_source"][fields.SOURCE])

    def like(self, record: PageRecord, language: str, limit: int) -> list[Found]:
        """See Matcher."""
        exact, kind = fields.of(fields.EXACT, language), self.kinds[language]
        words = [word for word, _ in frequent_words(record.versions[language], kind)]
        queries = [term(exact, word) for word in words]
        *counts, pages = self._count([*queries, {"match_all": {}}])
        frequency = dict(zip(words, counts, strict=True))
        clause = alike(record, language, kind, lambda word: frequency.get(word, 0), pages, self.settings.facets)
        if clause is None:
            return []
        answer = self._ask(Search().query(Written(query(clause))).source([fields.SOURCE])[:limit].to_dict())
        return [_found(hit, language) for hit in answer["hits"]["hits"]]


def _found(hit: Mapping[str, Any], language: str) -> Found:
    return Found(PageRecord.from_json(hit["_source"][fields.SOURCE]), language, float(hit["_score"] or 0.0))


def _counts(name: str, values: Mapping[str, Any]) -> dict[str, int]:
    """Counts by value; languages come by name, the rest as a list."""
    if name == LANGUAGE:
        return {code: bucket["doc_count"] for code, bucket in values["buckets"].items()}
    return {bucket["key"]: bucket["doc_count"] for bucket in values["buckets"]}


def _read(hits: list[Mapping[str, Any]], word: str) -> list[Candidate]:
    """Words of names that sound like this one, words of titles that begin like it."""
    names: set[str] = set()
    begun: set[str] = set()
    for hit in hits:
        for version in PageRecord.from_json(hit["_source"][fields.SOURCE]).versions.values():
            names.update(part for name in version["names"] for part in folded_words(plain(name)))
            begun.update(part for part in folded_words(plain(version["title"])) if part.startswith(word))
    alike = {part for part in names if sound(part) == sound(word)}
    return [Candidate(term, 1, 1, is_name=term in alike) for term in alike | begun]
