"""Whether a translation is missing, current or behind: what the other side said is remembered, never when."""

from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils import timezone

from . import content, pieces, registry
from .page_fields import TranslationStatus

MISSING, CURRENT, STALE = TranslationStatus.MISSING, TranslationStatus.CURRENT, TranslationStatus.STALE

# {"source": code, "pieces": {key: [own fingerprint, fingerprint of the source it was written for]}}
Basis = dict[str, Any]


def source_of(model: type[Model], data: content.Data, bases: dict[str, Basis | None]) -> str | None:
    """Return the language that the others are translated from; None for a page without any title.

    The one that was the source before as long as it has a title, else the default, else the first with a title.
    """
    titled = [code for code in registry.codes() if pieces.fingerprint(data.get(registry.field("title", code)))]
    known = [basis["source"] for basis in bases.values() if basis]
    return next((code for code in [*known, *titled] if code in titled), None)


def refresh(page: Any, bases: dict[str, Basis | None] | None = None) -> content.Data:
    """Bring the state of all translations in line with the texts of a page in memory; return its snapshot.

    `bases`: what each language was translated from before this change (the page's own unless told).
    """
    model, data = type(page), content.snapshot(page)
    if bases is None:
        bases = {code: getattr(page, f"translated_from_{code}") for code in registry.codes()}
    source = source_of(model, data, bases)
    for code in registry.codes():
        found = [] if source in (None, code) else pieces.between(model, data, code, source)
        basis = _basis(source, bases.get(code), found) if found and source else None
        status = _status(code, source, basis, found)
        _set_status(page, code, status)
        data[f"translated_from_{code}"] = None if status == MISSING else basis
        setattr(page, f"translated_from_{code}", data[f"translated_from_{code}"])
    return data


def _basis(source: str, before: Basis | None, found: list[pieces.Piece]) -> Basis:
    """Return what a language is translated from now: what was not touched keeps what it was written for."""
    old = before["pieces"] if before and before["source"] == source else {}
    kept = {}
    for piece in found:
        own, written_for = old.get(piece.key, (None, ""))
        if own == piece.own:
            kept[piece.key] = [own, written_for]
        elif own is None and old and _is_free_and_untouched(piece, old):
            kept[piece.key] = [piece.own, ""]
        else:
            kept[piece.key] = [piece.own, piece.source]
    present = {piece.key for piece in found}
    # A block that left the source stays remembered until the text beside it is touched.
    for key, (own, written_for) in old.items():
        if key not in present and written_for and _free(key, found) == own:
            kept[key] = [own, written_for]
    return {"source": source, "pieces": kept}


def _free(key: str, found: list[pieces.Piece]) -> str:
    whole = key.rpartition("/")[0] + "/*"
    return next((piece.own for piece in found if piece.key == whole), "")


def _is_free_and_untouched(piece: pieces.Piece, old: dict[str, Any]) -> bool:
    """Whether a new block of the source stands beside a text that was not touched for it."""
    whole = piece.key.rpartition("/")[0] + "/*"
    return whole in old and piece.own != "" and old[whole][0] == piece.own


def _status(code: str, source: str | None, basis: Basis | None, found: list[pieces.Piece]) -> TranslationStatus:
    if code == source:
        return CURRENT
    if source is None or _is_incomplete(found):
        return MISSING
    return STALE if basis and behind(basis, found) else CURRENT


def _is_incomplete(found: list[pieces.Piece]) -> bool:
    """Whether a text that must exist, or a whole body, has nothing beside it."""
    if any(piece.is_untranslated and piece.is_essential and piece.is_field for piece in found):
        return True
    bodies: dict[str, list[pieces.Piece]] = {}
    for piece in found:
        if piece.is_block:
            bodies.setdefault(piece.key.partition("/")[0], []).append(piece)
    return any(any(one.source for one in body) and not any(one.own for one in body) for body in bodies.values())


def behind(basis: Basis, found: list[pieces.Piece]) -> list[str]:
    """Return the keys of the pieces whose source says something else than what they were written for."""
    now = {piece.key: piece for piece in found}
    stale = [piece.key for piece in found if piece.is_untranslated and piece.is_essential and not piece.is_field]
    for key, (own, written_for) in basis["pieces"].items():
        piece = now.get(key)
        if piece is None:
            stale += [key] if written_for and own else []
        elif piece.own and piece.source != written_for:
            stale.append(key)
    return stale


def _set_status(page: Any, code: str, status: TranslationStatus) -> None:
    name = f"stale_since_{code}"
    if status != STALE:
        setattr(page, name, None)
    elif getattr(page, f"translation_{code}") != STALE or getattr(page, name) is None:
        setattr(page, name, timezone.now())
    setattr(page, f"translation_{code}", status.value)


def refresh_live(page: Any, data: content.Data) -> None:
    """Settle, for the texts that are about to be live, since when each public language is behind its source."""
    model = type(page)
    for code in registry.codes():
        basis = getattr(page, f"translated_from_{code}")
        name = f"behind_since_{code}"
        if not basis or not _are_public(page, code, basis["source"]):
            setattr(page, name, None)
            continue
        is_behind = bool(behind(basis, pieces.between(model, data, code, basis["source"])))
        setattr(page, name, (getattr(page, name) or timezone.now()) if is_behind else None)


def _are_public(page: Any, *codes: str) -> bool:
    return all(getattr(page, registry.field("published", code)) for code in codes)


def mark_current(page: Any, code: str) -> None:
    """Say that the text of a language is right beside what its source says now; save the page or a revision after."""
    data = content.snapshot(page)
    page._confirmed_translations = {*getattr(page, "_confirmed_translations", ()), code}
    bases = {other: getattr(page, f"translated_from_{other}") for other in registry.codes()}
    source = source_of(type(page), data, bases)
    if source in (None, code):
        return
    found = pieces.between(type(page), data, code, source)
    written_for = {piece.key: [piece.own, piece.source] for piece in found}
    setattr(page, f"translated_from_{code}", {"source": source, "pieces": written_for})


def behind_since(page: Any, code: str) -> datetime | None:
    """Return since when what readers see in a language is behind what they see in its source."""
    return getattr(page, f"behind_since_{code}") if page.is_published_in(code) else None
