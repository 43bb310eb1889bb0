"""How the translations of a page stand beside each other once it is wholly saved, whatever the save made public."""

from typing import Any

from .. import content, registry, state


def refresh(page: Any, row: dict[str, Any]) -> None:
    """Settle how the translations of a page stand; `row` holds what is stored ({} when new)."""
    is_specific = page.content_type_id and isinstance(page, page.specific_class or ())
    if not is_specific:
        return
    if getattr(page, "_is_from_revision", False):
        data = content.snapshot(page) if page.live else None
    else:
        data = state.refresh(page)
        if row and _lacks_a_draft(page):
            _keep_state_of_the_draft(page, row)
    if page.live and data is not None:
        state.refresh_live(page, data)


def _lacks_a_draft(page: Any) -> bool:
    """Whether the text of a language stands in the latest revision only, and not on the row."""
    if page.latest_revision_id is None:
        return False
    codes = [code for code in registry.codes() if not getattr(page, registry.field("published", code))]
    held = [code for code in codes if getattr(page, registry.field("pending", code))]
    return any(not getattr(page, registry.field("title", code)) for code in held)


def _keep_state_of_the_draft(page: Any, row: dict[str, Any]) -> None:
    """How a draft stands was settled with its revision; a row without its text cannot tell."""
    for code in registry.codes():
        for flag in ("translation", "stale_since"):
            setattr(page, registry.field(flag, code), row[registry.field(flag, code)])
