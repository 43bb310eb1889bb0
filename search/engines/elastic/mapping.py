"""The fields of the Elasticsearch index and how the server analyses them."""

from typing import Any

from search.engines.base import EngineSettings
from search.engines.pages import fingerprint
from search.plan import fields
from search.text.analysis import Analysis, analyses

PUBLISHED = "published"  # the date as the server's own type, for recency
_WORDS = "words"  # terms that Python made, separated by spaces
_STEMMERS = {"french": "light_french"}  # the others are called like the language


def index_body(settings: EngineSettings) -> dict[str, Any]:
    """Settings and mapping of a new index; its `_meta` says which version of them it was built with."""
    kinds = analyses(settings.languages)
    return {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "refresh_interval": "-1",
            "analysis": _analysis(list(kinds.values())),
        },
        "mappings": {
            "_meta": {"fingerprint": fingerprint(settings)},
            "dynamic": False,
            "properties": _properties(settings),
        },
    }


def _properties(settings: EngineSettings) -> dict[str, Any]:
    exact = {"type": "keyword", "norms": False}
    words = {"type": "text", "analyzer": _WORDS}
    facets = map(fields.facet, settings.facets)
    properties: dict[str, Any] = {
        name: exact for name in (fields.PAGE, fields.KEY, fields.CARD, fields.LANGUAGE, *facets)
    }
    properties |= {name: words | {"index_options": "freqs"} for name in (fields.NAMES, fields.SOUND, fields.PHONES)}
    properties |= {
        fields.DAY: {"type": "long"},
        fields.WEIGHT: {"type": "float"},
        PUBLISHED: {"type": "date", "format": "yyyy-MM-dd"},
        fields.SOURCE: {"type": "keyword", "index": False, "doc_values": False},
    }
    for code, language in settings.languages.items():
        stemmed = {"type": "text", "analyzer": language.lower() + "_text"}
        properties |= {fields.of(name, code): stemmed for name in fields.PER_LANGUAGE_STEMMED}
        properties |= {fields.of(name, code): words for name in fields.PER_LANGUAGE_FOLDED}
        bag = words | {"index_options": "docs", "norms": False}
        properties |= {fields.of(name, code): bag for name in fields.PER_LANGUAGE_BAGS}
    return properties


def _analysis(kinds: list[Analysis]) -> dict[str, Any]:
    """Analysers by language; a language the server has no stemmer for is only folded."""
    filters: dict[str, Any] = {}
    analysers: dict[str, Any] = {_WORDS: {"type": "custom", "tokenizer": "whitespace", "filter": []}}
    for kind in kinds:
        chain = _chain(kind, filters)
        analysers[kind.name + "_text"] = {"type": "custom", "tokenizer": "standard", "filter": chain}
    return {"filter": filters, "analyzer": analysers}


def _chain(kind: Analysis, filters: dict[str, Any]) -> list[str]:
    """The filters of one language in order, added to `filters`."""
    stop, stem, name = f"{kind.name}_stop", f"{kind.name}_stem", kind.name
    if name not in ("french", "english", "arabic"):
        return ["lowercase", "asciifolding"]
    filters[stop] = {"type": "stop", "stopwords": f"_{name}_"}
    filters[stem] = {"type": "stemmer", "language": _STEMMERS.get(name, name)}
    if name == "arabic":
        return ["lowercase", "decimal_digit", stop, "arabic_normalization", stem]
    if name == "english":
        filters["english_possessive"] = {"type": "stemmer", "language": "possessive_english"}
        return ["english_possessive", "lowercase", stop, stem, "asciifolding"]
    filters["french_elision"] = {"type": "elision", "articles_case": True, "articles": sorted(kind.elisions)}
    return ["french_elision", "lowercase", stop, stem, "asciifolding"]
