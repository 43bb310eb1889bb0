"""What differs between a translation and its source: fields and blocks, for the people who mend it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from . import content, options, pieces, registry, state
from .copies import left_as_copied

NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


class Kind(StrEnum):
    """How a piece differs."""

    BEHIND = "behind"
    UNTRANSLATED = "untranslated"
    ONLY_HERE = "only_here"
    NOT_THE_SAME = "not_the_same"
    COPIED = "copied"


@dataclass(frozen=True)
class Difference:
    """One difference: field of the page (or relation to children), block or child (empty for the whole field), kind."""

    field: str
    part: str
    kind: Kind


def differences(page: Any, code: str) -> list[Difference]:
    """Return what differs between the text of a page in memory in a language, and the language it is written for.

    Pictures, numbers, contacts and documents of blocks that correspond are compared too: they are no text.
    """
    model, data = type(page), content.snapshot(page)
    bases = {other: getattr(page, f"translated_from_{other}") for other in registry.codes()}
    source = state.source_of(model, data, bases)
    if source in (None, code):
        return []
    found = pieces.between(model, data, code, source)
    stale = set(state.behind(bases[code], found)) if bases[code] else set()
    result = [_difference(piece.key, _kind(piece, stale)) for piece in found if _kind(piece, stale)]
    gone = stale - {piece.key for piece in found}
    result += [_difference(key, Kind.BEHIND) for key in sorted(gone)]
    result += [Difference(name, part, Kind.COPIED) for name, part in left_as_copied(model, data, code, source)]
    return result + list(_other_things(page, code, source))


def copied(page: Any, code: str) -> tuple[str | None, list[Difference]]:
    """Return (source, what a language of a page in memory says in its source's own words and readers do not see yet).

    What readers see in both languages was asked about before.
    """
    model, data = type(page), content.snapshot(page)
    bases = {other: getattr(page, f"translated_from_{other}") for other in registry.codes()}
    source = state.source_of(model, data, bases)
    if source in (None, code):
        return None, []
    found = left_as_copied(model, data, code, source)
    live = model._base_manager.filter(pk=page.pk, live=True).first() if found and page.pk else None
    if live is not None and live.is_published_in(code):
        known = set(left_as_copied(model, content.snapshot(live), code, source))
        found = [one for one in found if one not in known]
    return source, [Difference(name, part, Kind.COPIED) for name, part in found]


def _kind(piece: pieces.Piece, stale: set[str]) -> Kind | None:
    if piece.is_untranslated:
        return Kind.UNTRANSLATED
    if piece.key in stale:
        return Kind.BEHIND
    return Kind.ONLY_HERE if piece.is_block and not piece.source else None


def _difference(key: str, kind: Kind | None) -> Difference:
    field, _, part = key.partition("/")
    return Difference(field, part, kind or Kind.BEHIND)


def _other_things(page: Any, code: str, source: str) -> Iterator[Difference]:
    """Yield the blocks whose counterpart shows another picture, number, contact or document."""
    data = content.snapshot(page)
    for name in options.streamfields(type(page)):
        theirs = {block.get("id"): block for block in content.blocks(data.get(registry.field(name, source)))}
        for block in content.blocks(data.get(registry.field(name, code))):
            other = theirs.get(block.get("id"))
            if other is not None and list(_things(block.get("value"))) != list(_things(other.get("value"))):
                yield Difference(name, str(block["id"]), Kind.NOT_THE_SAME)


def _things(value: Any) -> Iterator[Any]:
    """Yield what is no text in the value of a block, in order: numbers and primary keys."""
    if isinstance(value, dict):
        for key in sorted(value):
            if key != "id":
                yield from _things(value[key])
    elif isinstance(value, list):
        for item in value:
            yield from _things(item)
    elif isinstance(value, int | float) or (isinstance(value, str) and NUMBER.fullmatch(value)):
        yield str(value).replace(",", ".")
