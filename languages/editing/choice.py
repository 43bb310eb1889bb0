"""Which languages a person wants to publish or submit: said by the button that was pressed, never remembered."""

from collections.abc import Mapping
from typing import Any

from languages import registry
from languages.publishing.choice import codes_of

BUTTONS = ("action-publish", "action-submit")


def chosen(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the codes named by the pressed button; empty when none was pressed or it names no language."""
    return codes_of(next((str(data[name]) for name in BUTTONS if data.get(name)), ""))


def combinations() -> list[tuple[str, ...]]:
    """Return the choices to offer: each language alone, then all of them."""
    codes = registry.codes()
    return [(code,) for code in codes] + ([codes] if len(codes) > 1 else [])
