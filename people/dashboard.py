"""The panels of the admin's home that show an officer what waits: drafts, approval, schedules."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.db.models import Case, CharField, DateTimeField, F, OuterRef, Subquery, When
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Revision, TaskState
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from pages.models import BasePage

SHOWN = 6
BELOW_ROOT = 2


def editable(user: Any) -> PageQuerySet:
    """Return the pages a person may change."""
    pages = policy_registry.get_by_type(BasePage).instances_user_has_permission_for(user, "change")
    return pages.filter(depth__gte=BELOW_ROOT, alias_of__isnull=True)


class ShortList(Component):
    """A few pages with a date, how many there are, and where all of them are listed."""

    heading: ClassVar[Any] = ""
    date_heading: ClassVar[Any] = _("Updated")
    template_name = "people/dashboard_list.html"

    def pages(self, user: Any) -> PageQuerySet:
        """Return pages annotated with `when`, the first to do first."""
        raise NotImplementedError

    def more(self) -> str:
        """Return the address of the whole list."""
        return reverse("wagtailadmin_explore_root")

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the list for the person who looks. Two queries."""
        found = self.pages(parent_context["request"].user)
        pages = list(found.defer_streamfields()[:SHOWN])
        total = found.count() if len(pages) == SHOWN else len(pages)
        return {
            "pages": pages,
            "total": total,
            "name": self.name,
            "heading": self.heading,
            "date_heading": self.date_heading,
            "more_url": self.more() if total > len(pages) else "",
        }


class DraftsPanel(ShortList):
    """Pages with text that readers do not see yet, the latest first."""

    name = "drafts"
    order = 230
    heading = _("Drafts and unpublished changes")

    def pages(self, user: Any) -> PageQuerySet:
        """Return what is unpublished and awaits neither approval nor its hour."""
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        pages = editable(user).filter(has_unpublished_changes=True)
        pages = pages.exclude(latest_revision__in=waiting.values("revision_id"))
        pages = pages.exclude(latest_revision__approved_go_live_at__isnull=False)
        return pages.annotate(when=F("latest_revision_created_at")).order_by("-when", "pk")


class ApprovalPanel(ShortList):
    """Pages that await approval, the longest waiting first: for publishers to act, for officers to know."""

    name = "awaiting_approval"
    order = 205
    heading = _("Awaiting approval")
    date_heading = _("Since")

    def pages(self, user: Any) -> PageQuerySet:
        """Return pages whose submission is being read."""
        waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision_id")
        pages = editable(user).filter(latest_revision__in=waiting)
        return pages.annotate(when=F("latest_revision_created_at")).order_by("when", "pk")

    def more(self) -> str:
        """Return the report of workflows."""
        return reverse("wagtailadmin_reports:workflow")


class SchedulePanel(ShortList):
    """Pages that will go live or expire, the next first."""

    name = "scheduled"
    order = 235
    heading = _("Scheduled")
    date_heading = _("Goes live or ends")

    def pages(self, user: Any) -> PageQuerySet:
        """Return pages with a date of publication that was approved, or live pages with a date of expiry."""
        approved = Revision.page_revisions.filter(
            object_id=Cast(OuterRef("pk"), output_field=CharField()), approved_go_live_at__isnull=False
        )
        goes_live = Subquery(approved.order_by("approved_go_live_at").values("approved_go_live_at")[:1])
        pages = editable(user).annotate(goes_live=goes_live)
        when = Case(
            When(goes_live__isnull=False, then=F("goes_live")), default=F("expire_at"), output_field=DateTimeField()
        )
        pages = pages.annotate(when=when).filter(when__isnull=False)
        return pages.exclude(goes_live__isnull=True, live=False).order_by("when", "pk")


PANELS = (ApprovalPanel, DraftsPanel, SchedulePanel)
