"""The report of cards that somebody should check."""

import datetime as dt
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView
from wagtail.permissions import policy_registry

from .models import ContactPage
from .querysets import ContactQuerySet
from .tenure import today
from .verification import NOTICE_DAYS, Verification, due_before


def to_verify(user: Any, day: dt.date | None = None) -> ContactQuerySet:
    """Return the live cards a user may edit that are due or soon will be, the longest unverified first.

    Those whose holder changed since are among them.
    """
    editable = policy_registry.get_by_type(ContactPage).instances_user_has_permission_for(user, "change")
    limit = due_before(day) + dt.timedelta(days=NOTICE_DAYS)
    cards = ContactPage.objects.live().filter(pk__in=editable.values("pk"))
    unconfirmed = ContactPage.objects.unconfirmed(day or today())
    cards = cards.filter(Q(verified_on__isnull=True) | Q(verified_on__lte=limit) | Q(pk__in=unconfirmed.values("pk")))
    return cards.order_by(F("verified_on").asc(nulls_first=True), "path")


class ContactsToVerify(PageReportView):
    """Cards by the date of their last verification, with their holder and whether they are due."""

    page_title = _("Contacts to verify")
    header_icon = "group"
    index_url_name = "contacts_to_verify"
    index_results_url_name = "contacts_to_verify_results"
    results_template_name = "contacts/admin/to_verify_results.html"
    model = ContactPage
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "present_holder", "verified_on", "verification"]
    export_headings = {
        "title": _("Role"),
        "present_holder": _("Holder"),
        "verified_on": _("Last verified on"),
        "verification": _("Verification"),
    }

    @staticmethod
    def is_open_to(user: Any) -> bool:
        """Whether a user may see the report."""
        policy = policy_registry.get_by_type(ContactPage)
        return policy.user_has_any_permission(user, ["add", "change", "publish"])

    def get_queryset(self) -> QuerySet:
        """Return the cards of this user."""
        return to_verify(self.request.user).defer_streamfields().prefetch_related("holders")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Give each card the state of its verification."""
        for card in object_list:
            card.verification = Verification.of_card(card).label
        return object_list
