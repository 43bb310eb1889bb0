"""The fields of the embedded index and how the engine analyses them."""

from collections.abc import Mapping

from search.engines.base import EngineSettings
from search.engines.embedded.native import (
    Filter,
    Index,
    Schema,
    SchemaBuilder,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
    guarding,
)
from search.plan import fields
from search.text.analysis import Analysis

_WORDS = "words"  # terms that Python made, separated by spaces
_INCLUSIVE = ["e", "es", "n", "ne", "se"]  # what is left of migrant-e-s when it is cut at the hyphens
_LONGEST = 80


def build_schema(settings: EngineSettings) -> Schema:
    """All fields; only the source is stored."""
    builder = SchemaBuilder()
    for name in (fields.PAGE, fields.KEY, fields.CARD):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in dict.fromkeys((fields.LANGUAGE, *map(fields.facet, settings.facets))):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (fields.NAMES, fields.SOUND, fields.PHONES):
        builder.add_text_field(name, tokenizer_name=_WORDS, index_option="freq")
    builder.add_integer_field(fields.DAY, fast=True)
    builder.add_float_field(fields.WEIGHT, fast=True)
    builder.add_bytes_field(fields.SOURCE, stored=True)
    for code, language in settings.languages.items():
        for name in fields.PER_LANGUAGE_STEMMED:
            builder.add_text_field(fields.of(name, code), tokenizer_name=language.lower())
        for name in fields.PER_LANGUAGE_FOLDED:
            builder.add_text_field(fields.of(name, code), tokenizer_name=_WORDS)
        for name in fields.PER_LANGUAGE_BAGS:
            builder.add_text_field(fields.of(name, code), tokenizer_name=_WORDS, index_option="basic")
    return builder.build()


def analyser(analysis: Analysis) -> TextAnalyzer:
    """Simple, lower case, stop words and elisions, stemmer, without accents; no stemmer where the engine has none."""
    try:
        with guarding():
            return _chain(analysis, stemmed=True)
    except Exception:
        return _chain(analysis, stemmed=False)


def _chain(analysis: Analysis, stemmed: bool) -> TextAnalyzer:
    stop = sorted(analysis.elisions) + (_INCLUSIVE if analysis.elisions else [])
    builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST)).filter(Filter.lowercase())
    if stemmed:
        builder = builder.filter(Filter.stopword(analysis.name))
    builder = builder.filter(Filter.custom_stopword(stop + sorted(analysis.stop)))
    if stemmed:
        builder = builder.filter(Filter.stemmer(analysis.name))
    return builder.filter(Filter.ascii_fold()).build()


def analysers(kinds: Mapping[str, Analysis]) -> dict[str, TextAnalyzer]:
    """One analyser per language code."""
    return {code: analyser(kind) for code, kind in kinds.items()}


def register(index: Index, kinds: Mapping[str, Analysis], made: Mapping[str, TextAnalyzer]) -> None:
    """Analysers live in the process, not in the index: tell each opened index."""
    index.register_tokenizer(_WORDS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    for code, kind in kinds.items():
        index.register_tokenizer(kind.name, made[code])
