"""“Start from French”: copies what was typed in one language into another, blocks with their ids."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.forms import ModelForm
from django.http import QueryDict
from modeltranslation.translator import NotRegistered

from languages import options, registry

from .rich_text import is_blank

PARAMETER = "start-from"


@dataclass(frozen=True)
class Copy:
    """A wish to fill `target` from `source`; `replaces` what is there only when the person said so."""

    source: str
    target: str
    replaces: bool

    @classmethod
    def wanted(cls, data: QueryDict) -> "Copy | None":
        """Read the wish from a posted form; None when there is none or it makes no sense."""
        source, _, rest = str(data.get(PARAMETER, "")).partition(":")
        target, _, manner = rest.partition(":")
        known = registry.codes()
        if source == target or source not in known or target not in known:
            return None
        return cls(source, target, manner == "replace")


def translated_names(form_class: type[ModelForm], data: QueryDict) -> Iterator[str]:
    """Yield the untranslated names of all translated fields of a form and of its children, as in the posted data."""
    model: type[Model] = form_class._meta.model
    for name in options.translated_fields(model):
        if registry.field(name, registry.default()) in form_class.base_fields:
            yield name
    for relation, formset in getattr(form_class, "formsets", {}).items():
        names = child_translations(formset.model)
        total = str(data.get(f"{relation}-TOTAL_FORMS", ""))
        for index in range(int(total) if total.isdigit() else 0):
            yield from (f"{relation}-{index}-{name}" for name in names)


def child_translations(model: Any) -> tuple[str, ...]:
    """Return the names of the translated fields of a child model; none when it is not registered."""
    try:
        return options.translated_fields(model)
    except NotRegistered:
        return ()


def copied(data: QueryDict, names: Iterator[str], copy: Copy) -> QueryDict:
    """Return the posted data with the texts of one language in the place of another's.

    Works on what was posted, so that every kind of field, block and child is copied alike and keeps its block ids.
    """
    result = data.copy()
    for name in names:
        source, target = registry.field(name, copy.source), registry.field(name, copy.target)
        if not copy.replaces and not _is_empty(data, target):
            continue
        for key in _keys(data, target):
            del result[key]
        for key in _keys(data, source):
            result.setlist(target + key[len(source) :], data.getlist(key))
    return result


def _keys(data: QueryDict, name: str) -> list[str]:
    return [key for key in data if key == name or key.startswith(f"{name}-")]


def _is_empty(data: QueryDict, name: str) -> bool:
    count = data.get(f"{name}-count")
    if count is not None:
        present = (data.get(f"{name}-{index}-deleted") for index in range(int(count) if count.isdigit() else 0))
        return all(present)
    value = str(data.get(name, "")).strip()
    return not value or value == "null" or _is_empty_draft(value) or (value.startswith("<") and is_blank(value))


def _is_empty_draft(value: str) -> bool:
    """Whether a value is Draftail's JSON for a text without a letter or picture."""
    try:
        content = json.loads(value)
    except ValueError:
        return False
    if not isinstance(content, dict) or "blocks" not in content:
        return False
    return not content.get("entityMap") and not any(block.get("text", "").strip() for block in content["blocks"])
