"""The only module that imports the package of the embedded engine; its panics become SearchUnavailable here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

from tantivy import (
    DocAddress,
    Document,
    Filter,
    Index,
    IndexWriter,
    Occur,
    Order,
    Query,
    Schema,
    SchemaBuilder,
    Searcher,
    TextAnalyzer,
    TextAnalyzerBuilder,
    Tokenizer,
)

from search.engines.base import SearchUnavailable

__all__ = [
    "DocAddress",
    "Document",
    "Filter",
    "Index",
    "IndexWriter",
    "Occur",
    "Order",
    "Query",
    "Schema",
    "SchemaBuilder",
    "Searcher",
    "TextAnalyzer",
    "TextAnalyzerBuilder",
    "Tokenizer",
    "guarded",
    "guarding",
    "stored",
    "total",
]
_PANIC = "PanicException"  # pyo3's; a BaseException that no `except Exception` sees
_FAULTS = (ValueError, OSError, RuntimeError, KeyError, MemoryError, UnicodeError)


@contextmanager
def guarding() -> Iterator[None]:
    """Whatever goes wrong inside is SearchUnavailable outside; interrupts and programming errors pass."""
    try:
        yield
    except SearchUnavailable:
        raise
    except _FAULTS as error:
        raise SearchUnavailable(f"{type(error).__name__}: {error}") from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise SearchUnavailable(f"the engine panicked: {error}") from None


def total(answer: Any) -> int:
    """How many documents match; the package's stubs do not know the attribute."""
    return answer.count


def stored(searcher: Searcher, where: DocAddress, name: str) -> bytes:
    """The bytes that a document keeps in a field that every document has."""
    value: Any = searcher.doc(where).get_first(name)
    return bytes(value)


def guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method under `guarding`."""

    @wraps(method)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        with guarding():
            return method(*args, **kwargs)

    return wrapper
