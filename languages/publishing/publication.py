"""The moment a page becomes public: decided in save(), where every way of publishing ends."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import Revision

from .. import content, pieces, registry, slugs
from ..page_fields import flag_names
from . import revisions, standing
from .choice import Carried, chosen, codes_of, missing_for, titled

LATEST = ("latest_revision_id", "latest_revision_created_at", "draft_title")


class PublicationRefused(PermissionDenied):
    """Raised when nobody chose languages and the page lacks what publishing demands; says what."""


@dataclass
class Publication:
    """What one whole save of a page makes public and leaves pending; told to the log entries that follow."""

    codes: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    revision: Revision | None = None
    is_latest: bool = True
    new_children: list[Any] = field(default_factory=list)
    undo: content.Undo = field(default_factory=content.Undo)


def mark(row: Any, page: Any) -> None:
    """Note on a page built from a revision that saving it may publish it; what is true of the row stays so.

    An alias takes over from its source which languages are public, and keeps its own addresses.
    """
    page._is_from_revision = True
    page.last_published_at = page._was_published_at = row.last_published_at
    # Without it Wagtail would take a live page off the site until its schedule comes.
    page.live_revision_id = row.live_revision_id
    if page.languages_to_publish:
        page.languages_to_publish = Carried(page.languages_to_publish)
    for code in registry.others() if row.alias_of_id else ():
        name = slugs.column(code)
        setattr(page, name, getattr(row, name))
    for name in () if row.alias_of_id else flag_names():
        setattr(page, name, getattr(row, name))


def begin(page: Any, row: dict[str, Any]) -> Publication:
    """Settle, before a page is wholly written, what of it is public; `row` holds what is stored ({} when new)."""
    result = Publication()
    if page.alias_of_id:
        if not page.live:
            _withdraw(page, row)
    elif page.live and _is_scheduled_creation(page, row):
        # Wagtail writes a new page as live and schedules it after: readers would see it for a moment.
        page.live = False
        _withdraw(page, row)
    elif not page.live:
        _withdraw(page, row)
    elif _is_publication(page, row):
        _publish(page, row, result)
    elif not row or not row["live"]:
        _publish_first(page, result)
    else:
        _keep_the_rest_empty(page, result.undo)
    standing.refresh(page, row)
    _take_choice_off(page, result.undo)
    return result


def finish(page: Any, result: Publication) -> None:
    """Settle what can only be done once the row is written."""
    result.undo.restore()
    if result.revision is None:
        return
    page._publication = result
    before = list(pieces.places(type(page), result.revision.content))
    revisions.write_keys(result.new_children)
    after = list(pieces.places(type(page), result.revision.content))
    bases = _bases_with_keys(result.revision.content, dict(zip(before, after, strict=True)))
    live_here = [code for code in registry.codes() if _is_public(page, code) and code not in result.pending]
    own_slugs = {slugs.column(code): getattr(page, slugs.column(code)) for code in result.codes}
    if not result.is_latest:
        live_here = list(result.codes)
    revisions.rewrite(result.revision, languages_to_publish=" ".join(live_here) or None, **own_slugs, **bases)
    if bases:
        page.base_page_model.objects.filter(pk=page.pk).update(**bases)


def _bases_with_keys(draft: dict[str, Any], places: dict[str, str]) -> dict[str, Any]:
    """Return what the languages were translated from where it names new children by number, by their keys instead."""
    moved = {old: new for old, new in places.items() if old != new}
    bases = {name: draft.get(name) for code in registry.codes() if (name := f"translated_from_{code}")}
    return {
        name: basis | {"pieces": {_moved(key, moved): value for key, value in basis["pieces"].items()}}
        for name, basis in bases.items()
        if basis and moved
    }


def _moved(key: str, moved: dict[str, str]) -> str:
    # The place of a child's own children is the longer one.
    place = max((old for old in moved if key.startswith(old)), key=len, default="")
    return moved.get(place, "") + key.removeprefix(place)


def adopt(page: Any) -> None:
    """Tell the revision that Wagtail made for a copy, or for a converted alias, for which languages it is live."""
    revision = page.live_revision
    if not page.live or revision is None:
        return
    model, live = type(page), content.snapshot(page)
    codes = [code for code in page.public_languages if not content.differs(model, revision.content, live, code)]
    revisions.rewrite(revision, languages_to_publish=" ".join(codes) or None)


def _is_public(page: Any, code: str) -> bool:
    return bool(getattr(page, registry.field("published", code)))


def _is_scheduled_creation(page: Any, row: dict[str, Any]) -> bool:
    return not row and bool(page.go_live_at and page.go_live_at > timezone.now())


def _is_publication(page: Any, row: dict[str, Any]) -> bool:
    """Whether the object is a revision that Wagtail's publish action has dated; dates set by others do not count."""
    if not row or not getattr(page, "_is_from_revision", False) or page.last_published_at is None:
        return False
    return page.last_published_at not in (row["last_published_at"], page._was_published_at)


def _withdraw(page: Any, row: dict[str, Any]) -> None:
    for code in registry.codes():
        setattr(page, registry.field("published", code), False)
        # A language that was held is empty here; its text stands in the latest revision.
        name = registry.field("pending", code)
        is_held = row.get("latest_revision_id") and row.get(name)
        setattr(page, name, bool(is_held or getattr(page, registry.field("title", code))))
        setattr(page, f"behind_since_{code}", None)


def _publish(page: Any, row: dict[str, Any], result: Publication) -> None:
    """Make the chosen languages public; every other one keeps its live values, or nothing if it is not public."""
    model = type(page)
    result.revision = page.live_revision
    draft = result.revision.content
    result.is_latest = row["latest_revision_id"] in (None, result.revision.pk)
    result.new_children = revisions.new_children(page, draft)
    public = tuple(code for code in registry.codes() if row["live"] and row[registry.field("published", code)])
    result.codes = _codes_to_publish(page)
    live = content.snapshot(model._base_manager.get(pk=page.pk)) if set(public) - set(result.codes) else None
    now_live: dict[str, content.Data | None] = {}
    # The object may come from a page that was read before another one was saved.
    for name in (*flag_names(), *LATEST):
        setattr(page, name, row[name])
    for code in registry.codes():
        setattr(page, registry.field("published", code), code in (*public, *result.codes))
        if code in result.codes:
            now_live[code] = draft
            _settle_slug(page, code, row, is_first=code not in public)
        else:
            now_live[code] = live if code in public else None
            setattr(page, slugs.column(code), row[slugs.column(code)])
            content.put(page, code, now_live[code])
    if not public and not result.codes:
        _stay_a_draft(page, row, result, draft)
        return
    _settle_pending(page, row, now_live, result, draft)


def _codes_to_publish(page: Any) -> tuple[str, ...]:
    """Return the chosen languages that have a title; a choice nobody made is checked here, since it never was before.

    A scheduled publication never fails: it would stop every later one.
    """
    codes = tuple(code for code in chosen(page) if code in titled(page))
    if not page.languages_to_publish:
        faults = [message for _code, column, message in missing_for(page, codes) if column is None]
        if faults and page.live_revision.approved_go_live_at is None:
            raise PublicationRefused(" ".join(faults))
        return () if faults else codes
    return codes


def _stay_a_draft(page: Any, row: dict[str, Any], result: Publication, draft: content.Data) -> None:
    """Leave the page as it was: nothing in it can be published."""
    for code in registry.codes():
        content.put(page, code, draft)
    page.live, page.live_revision, page.last_published_at = False, None, row["last_published_at"]
    page.has_unpublished_changes = True
    result.revision = None
    _withdraw(page, row)


def _settle_slug(page: Any, code: str, row: dict[str, Any], *, is_first: bool) -> None:
    """Store the address of a language explicitly when it is first published, free at that moment."""
    name = slugs.column(code)
    if not getattr(page, name) and row.get(name):
        setattr(page, name, row[name])
    if is_first and code != registry.default() and not getattr(page, name):
        setattr(page, name, slugs.first_for(page, code))
    elif getattr(page, name) != row.get(name):
        setattr(page, name, slugs.free(page, code, getattr(page, name)))


def _settle_pending(
    page: Any, row: dict[str, Any], now_live: dict[str, content.Data | None], result: Publication, draft: content.Data
) -> None:
    model, latest = type(page), draft
    if not result.is_latest:
        latest = Revision.objects.values_list("content", flat=True).get(pk=row["latest_revision_id"])
    for code, live in now_live.items():
        if live is latest:
            is_pending = False
        elif live is None:
            is_pending = not content.is_empty(model, latest, code)
        else:
            is_pending = content.differs(model, latest, live, code)
        setattr(page, registry.field("pending", code), is_pending)
    result.pending = tuple(code for code in now_live if getattr(page, registry.field("pending", code)))
    page.has_unpublished_changes = page.has_unpublished_changes or bool(result.pending)


def _publish_first(page: Any, result: Publication) -> None:
    """A live page that was not live, from no revision: the languages chosen, or already public, or with a title."""
    flagged = tuple(code for code in registry.codes() if _is_public(page, code))
    codes = codes_of(page.languages_to_publish) or flagged or titled(page)
    for code in registry.codes():
        setattr(page, registry.field("published", code), code in codes)
        setattr(page, registry.field("pending", code), False)
        if code not in codes:
            content.put(page, code, None, result.undo)
        elif code != registry.default() and not getattr(page, slugs.column(code)):
            setattr(page, slugs.column(code), slugs.first_for(page, code))
    page.last_published_at = page.last_published_at or timezone.now()
    page.first_published_at = page.first_published_at or page.last_published_at


def _keep_the_rest_empty(page: Any, undo: content.Undo) -> None:
    """Whatever is in memory, what is not public is not written: nothing can leak what is not there."""
    public = [code for code in registry.codes() if _is_public(page, code)]
    for code in registry.codes() if public else ():
        if code not in public:
            content.put(page, code, None, undo, loaded_only=True)


def _take_choice_off(page: Any, undo: content.Undo) -> None:
    if page.languages_to_publish is not None:
        undo.append((page, "languages_to_publish", page.languages_to_publish))
        page.languages_to_publish = None
