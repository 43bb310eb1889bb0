"""What waits for a person, in numbers, at the head of the admin's home."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from contacts.report import ContactsToVerify, to_verify
from importer.permissions import may_import
from importer.report import waiting_for
from languages.editing.dashboard import report_address
from languages.editing.reports import editable_pages, to_do
from library.models import SitePicture
from news.models import NewsIndexPage, NewsPage
from pages.models import BasePage

from .dashboard import ApprovalPanel, DraftsPanel, SchedulePanel
from .reminders import pictures_to_ask_about


@dataclass(frozen=True)
class Waiting:
    """One kind of work: how much of it there is, what it is called for that number, and where it is listed."""

    count: int
    label: str
    url: str


def approvals(user: Any) -> Waiting:
    """Return how many pages await approval."""
    count = ApprovalPanel().pages(user).count()
    return Waiting(
        count, ngettext("page awaits approval", "pages await approval", count), reverse("wagtailadmin_reports:workflow")
    )


def drafts(user: Any) -> Waiting:
    """Return how many pages hold text that readers do not see."""
    count = DraftsPanel().pages(user).count()
    return Waiting(count, ngettext("draft or unpublished change", "drafts or unpublished changes", count), "#drafts")


def schedules(user: Any) -> Waiting:
    """Return how many pages will appear or end by themselves."""
    count = SchedulePanel().pages(user).count()
    return Waiting(count, ngettext("scheduled page", "scheduled pages", count), "#scheduled")


def translations(user: Any) -> Waiting:
    """Return how many pages miss a language or are behind in one."""
    count = editable_pages(policy_registry.get_by_type(BasePage), user).filter(to_do()).count()
    return Waiting(
        count, ngettext("translation missing or behind", "translations missing or behind", count), report_address()
    )


def contacts(user: Any) -> Waiting:
    """Return how many cards should be checked."""
    count = to_verify(user).count() if ContactsToVerify.is_open_to(user) else 0
    return Waiting(count, ngettext("contact to verify", "contacts to verify", count), reverse("contacts_to_verify"))


def pictures(user: Any) -> Waiting:
    """Return how many pictures show people whose consent nobody has."""
    count = pictures_to_ask_about(user).count()
    return Waiting(
        count, ngettext("picture without consent", "pictures without consent", count), "#pictures-without-consent"
    )


def old_pages(user: Any) -> Waiting:
    """Return how many imported drafts lack something."""
    count = len(waiting_for(user)) if may_import(user) else 0
    return Waiting(
        count, ngettext("old page to complete", "old pages to complete", count), reverse("importer_to_complete")
    )


KINDS: tuple[Callable[[Any], Waiting], ...] = (
    approvals,
    drafts,
    schedules,
    translations,
    contacts,
    pictures,
    old_pages,
)


def first_steps(user: Any) -> dict[str, str]:
    """Return the addresses of what a person does most: write a release, add a picture; empty where they may not."""
    index = NewsIndexPage.objects.first()
    may_write = index is not None and index.permissions_for_user(user).can_add_subpage()
    may_add = policy_registry.get_by_type(SitePicture).user_has_permission(user, "add")
    name = NewsPage._meta.model_name
    return {
        "write_url": reverse("wagtailadmin_pages:add", args=("news", name, index.pk)) if index and may_write else "",
        "picture_url": reverse("wagtailimages:add") if may_add else "",
    }


class Overview(Component):
    """The numbers of all that waits, and the first steps; says so when nothing waits."""

    name = "waiting"
    order = 100
    template_name = "people/overview.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return what waits for the person who looks. A number of queries that does not grow."""
        user = parent_context["request"].user
        found = [kind(user) for kind in KINDS]
        return {"waiting": [one for one in found if one.count], **first_steps(user)}
