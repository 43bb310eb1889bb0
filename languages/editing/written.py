"""In which language a posted text is written, for blocks: they know no page and no field."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from typing import Any

from languages import options, registry

_language: ContextVar[str | None] = ContextVar("language_written", default=None)


def language_written() -> str | None:
    """Return the code of the language whose text is being checked; None outside the form of a page."""
    return _language.get()


def tell_blocks(form: Any) -> None:
    """Let the translated fields of a form say their language to the blocks in them while they are checked."""
    for name in options.translated_fields(form._meta.model):
        for code in registry.codes():
            field = form.fields.get(registry.field(name, code))
            if field is not None:
                field.clean = partial(_clean_in, code, field.clean)


def _clean_in(code: str, clean: Callable[..., Any], *args: Any) -> Any:
    token = _language.set(code)
    try:
        return clean(*args)
    finally:
        _language.reset(token)
