"""After a publication, an approval or a schedule: in which languages readers see the page, and from when."""

from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import PageLogEntry

from languages import registry
from languages.publishing.history import PUBLISHED, SCHEDULED

from .names import listed, named_here


def last_entry(page_id: int) -> int:
    """Return the number of the last entry of a page's history; 0 without one."""
    return PageLogEntry.objects.filter(page=page_id).order_by("-pk").values_list("pk", flat=True).first() or 0


def tell(request: HttpRequest, page_id: int, since: int) -> None:
    """Tell the officer what the entries after the one numbered `since` made public, or will."""
    actions = (*PUBLISHED, SCHEDULED)
    entries = PageLogEntry.objects.filter(page=page_id, pk__gt=since, action__in=actions).order_by("pk")
    for entry in entries:
        known = [code for code in entry.data.get("languages") or () if code in registry.codes()]
        if known:
            messages.success(request, _words(entry, listed(named_here(code) for code in known)))


def _words(entry: Any, languages: str) -> str:
    values = {"page": entry.page.specific.get_admin_display_title(), "languages": languages}
    if entry.action != SCHEDULED:
        return _("“%(page)s” is now public in: %(languages)s.") % values
    revision = entry.page.scheduled_revision
    if revision is None:
        return _("“%(page)s” will become public in: %(languages)s.") % values
    moment = date_format(localtime(revision.approved_go_live_at), "DATETIME_FORMAT")
    return _("“%(page)s” will become public on %(moment)s in: %(languages)s.") % {**values, "moment": moment}
