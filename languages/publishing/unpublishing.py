"""Takes one language of a page back from the readers."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from .. import content, registry
from ..signals import language_unpublished
from . import revisions
from .choice import codes_of


def unpublish_language(page: Any, code: str, user: Any = None) -> None:
    """Take one language back; its text stays as a draft. The last one unpublishes the page.

    Raises PermissionDenied when the user may not unpublish the page; does nothing for a language that is not public.
    """
    if user is not None and not page.permissions_for_user(user).can_unpublish():
        raise PermissionDenied("You do not have permission to unpublish this page.")
    with registry.active(), transaction.atomic():
        row = type(page).objects.select_for_update().get(pk=page.pk).specific
        if not row.is_published_in(code):
            return
        if row.public_languages == (code,):
            row.unpublish(user=user)
        else:
            _take_back(row, code, user)
        page.refresh_from_db()


def _stands_in_a_revision(row: Any) -> bool:
    if row.latest_revision is None or row.has_unpublished_changes:
        return row.latest_revision is not None
    data, stored = content.snapshot(row), row.latest_revision.content
    return not any(content.differs(type(row), stored, data, code) for code in registry.codes())


def _take_back(row: Any, code: str, user: Any) -> None:
    if not _stands_in_a_revision(row):
        # The row is about to lose its text.
        row.save_revision(user=user, clean=False)
    content.put(row, code, None)
    setattr(row, registry.field("published", code), False)
    setattr(row, registry.field("pending", code), True)
    row.has_unpublished_changes = True
    row.save(clean=False)
    if row.live_revision is not None:
        kept = [other for other in codes_of(row.live_revision.content.get("languages_to_publish")) if other != code]
        revisions.rewrite(row.live_revision, languages_to_publish=" ".join(kept) or None)
    log(instance=row, action="wagtail.unpublish", user=user, data={"languages": [code]})
    fresh = type(row).objects.get(pk=row.pk)
    fresh.update_aliases()
    language_unpublished.send(sender=type(fresh), instance=fresh, code=code)
