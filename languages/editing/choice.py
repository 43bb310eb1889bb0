"""Which languages a person wants to publish or submit: said by the button that was pressed, never remembered."""

from collections.abc import Iterable, Mapping
from typing import Any

from languages import registry

BUTTONS = ("action-publish", "action-submit")


def in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the known codes among `codes`, each once, the default language first."""
    wanted = set(codes)
    return tuple(code for code in registry.codes() if code in wanted)


def chosen(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the codes named by the pressed button; empty when none was pressed or it names no language."""
    value = next((str(data[name]) for name in BUTTONS if data.get(name)), "")
    return in_order(value.split())


def carried(page: Any) -> tuple[str, ...]:
    """Return the codes that a page under approval carries with it."""
    return in_order((getattr(page, "languages_to_publish", "") or "").split())


def default_choice(titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is published when nobody chose: the default language, or the first that has a title."""
    return next(((code,) for code in registry.codes() if titles.get(code)), (registry.default(),))


def combinations() -> list[tuple[str, ...]]:
    """Return the choices to offer: each language alone, then all of them."""
    codes = registry.codes()
    return [(code,) for code in codes] + ([codes] if len(codes) > 1 else [])
