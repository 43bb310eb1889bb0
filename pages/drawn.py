"""Components drawn once for the same values: what a component shows depends on what it takes and on nothing else."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model
from django.template import Context
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

from languages import registry

from . import changes
from .recent import Recent

# Of each process; a piece is two thousand characters long or less.
MOST = 3000
PLAIN = (str, int, float, bool, dt.date, type(None))

# What else all components look different for, as the light version; rooms above add to it.
also_depends_on: list[Callable[[], Any]] = []

_pieces = Recent()


class Unknown(Exception):
    """A value of which nobody can say whether it is still the same."""


def clear() -> None:
    """Forget all pieces."""
    _pieces.clear()


def draw(context: Context, name: str, values: dict[str, Any]) -> SafeString:
    """Return a component as `include … with … only` draws it; the same values in the same language are drawn once."""
    template = context.template.engine.get_template(name)  # type: ignore[union-attr]  # set while a page is drawn
    try:
        told = tuple(ask() for ask in also_depends_on)
        key = (name, registry.current(), told, context.autoescape, key_of(values))
    except Unknown:
        return template.render(context.new(values))
    html = _pieces.kept(key, lambda: str(template.render(context.new(values))), MOST)
    return mark_safe(html)  # noqa: S308 drawn by a template


def key_of(value: Any) -> Any:
    """Return what stands for a value: equal for values that look alike. Raise Unknown where that cannot be said.

    A stored object is the same while the content is (pages.changes); an object may say itself what its looks depend
    on beside the content (`drawn_from`, None where it cannot).
    """
    kind = value.__class__  # of what a lazy object holds, not of its wrapping
    if isinstance(value, PLAIN):
        # A text that is marked safe looks different from one that is not; True is no 1.
        # A text lent by another language carries its name.
        return kind, getattr(value, "language", None), value
    if isinstance(value, Promise):
        return str, str(value)
    if isinstance(value, Mapping):
        return tuple((name, key_of(one)) for name, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(key_of, value))
    if dataclasses.is_dataclass(kind):
        return kind, tuple(key_of(getattr(value, one.name)) for one in dataclasses.fields(kind))
    token = changes.present()
    own = value.pk if isinstance(value, Model) else getattr(value, "drawn_from", None)
    if token is None or own is None:
        raise Unknown
    return kind, key_of(own), token
