"""What happens to the languages of a page when a revision is saved."""

from typing import Any

from django.utils import timezone
from wagtail.models import Revision

from .. import content, registry, slugs, state
from .choice import Carried, carried_choice, codes_of, demand


def prepare(page: Any, *, previous: Revision | None, overwritten: Revision | None, clean: bool, is_copy: bool) -> None:
    """Settle, before a revision of a page in memory is written, its choice, its translations and what is pending."""
    choice = page.languages_to_publish
    if not choice or isinstance(choice, Carried):
        choice = carried_choice(page)
    page.languages_to_publish = str(choice) if choice else None
    codes = codes_of(choice)
    if previous is not None and codes:
        _keep_drafts_of_the_others(page, codes, previous)
    if codes and clean:
        demand(page, codes)
    if is_copy:
        slugs.free_all(page)
    if page.live and page.live_revision_id is None and page.go_live_at and page.go_live_at > timezone.now():
        _make_live_revision(page)
    data = state.refresh(page, _bases(page, overwritten))
    _settle_pending(page, data)


def _make_live_revision(page: Any) -> None:
    """Give a page that became live without a revision one: Wagtail would unpublish it until its schedule comes."""
    row = type(page)._base_manager.get(pk=page.pk)
    row.go_live_at = None
    revision = row.save_revision(changed=False, clean=False)
    page.base_page_model.objects.filter(pk=page.pk).update(live_revision=revision)
    page.live_revision = row.live_revision = revision


def settle(page: Any) -> None:
    """After a revision is written: its choice is not that of the next one."""
    if page.languages_to_publish:
        page.languages_to_publish = Carried(page.languages_to_publish)


def _keep_drafts_of_the_others(page: Any, codes: tuple[str, ...], previous: Revision) -> None:
    """Going back to an older text of the chosen languages leaves today's draft of the others, unless edited."""
    model, data = type(page), content.snapshot(page)
    latest = page.latest_revision
    today = latest.content if latest is not None else content.snapshot(model._base_manager.get(pk=page.pk))
    for code in registry.codes():
        # The form suggests an address where there was none; that is no edit.
        texts = data | {slugs.column(code): ""}
        if code not in codes and not content.differs(model, texts, previous.content, code):
            content.put(page, code, today)
            setattr(page, slugs.column(code), today.get(slugs.column(code)) or getattr(page, slugs.column(code)))


def _bases(page: Any, overwritten: Revision | None) -> dict[str, state.Basis | None] | None:
    """Return what the languages were translated from before this session; None: what the page in memory says.

    Autosave overwrites its revision: what was typed first and what was typed after it are one change.
    """
    if overwritten is None:
        return None
    older = page.revisions.filter(created_at__lt=overwritten.created_at).exclude(pk=overwritten.pk)
    before = older.order_by("-created_at", "-id").first()
    confirmed = getattr(page, "_confirmed_translations", ())
    if before is None:
        source: dict[str, Any] = _row(page) if page.live else {}
    else:
        source = before.content
    return {
        code: getattr(page, name) if code in confirmed else source.get(name)
        for code in registry.codes()
        if (name := f"translated_from_{code}")
    }


def _row(page: Any) -> dict[str, Any]:
    names = [f"translated_from_{code}" for code in registry.codes()]
    return page.base_page_model.objects.filter(pk=page.pk).values(*names).first() or {}


def _settle_pending(page: Any, data: content.Data) -> None:
    model = type(page)
    row = model._base_manager.filter(pk=page.pk).first() if page.live else None
    live = content.snapshot(row) if row is not None else None
    for code in registry.codes():
        if row is not None and row.is_published_in(code):
            is_pending = content.differs(model, data, live, code)
        else:
            is_pending = not content.is_empty(model, data, code)
        setattr(page, registry.field("pending", code), is_pending)
