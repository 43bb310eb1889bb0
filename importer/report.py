"""The queue "to complete": imported drafts that wait for a title, a date or a heading."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Revision, get_page_models
from wagtail.permissions import policy_registry

from .completing import ask, open_reasons
from .models import WaitingPage


def waiting_for(user: Any) -> dict[int, list[str]]:
    """Return what still has to be given, by primary key of the page, for the drafts a person may change."""
    base = get_page_models()[0].base_page_model
    editable = policy_registry.get_by_type(base).instances_user_has_permission_for(user, "change")
    rows = list(WaitingPage.objects.filter(page__live=False, page__in=editable).select_related("page"))
    latest = Revision.objects.filter(pk__in=[row.page.latest_revision_id for row in rows]).in_bulk()
    found = {row.page_id: open_reasons(row, _content(latest, row)) for row in rows}
    return {pk: reasons for pk, reasons in found.items() if reasons}


def _content(latest: dict[Any, Revision], row: WaitingPage) -> dict[str, Any]:
    revision = latest.get(row.page.latest_revision_id)
    return revision.content if revision else row.page.specific.serializable_data()


class PagesToComplete(PageReportView):
    """Imported drafts with what each still lacks."""

    page_title = _("Old pages to complete")
    header_icon = "download"
    index_url_name = "importer_to_complete"
    index_results_url_name = "importer_to_complete_results"
    results_template_name = "importer/admin/to_complete_results.html"
    any_permission_required = ["add", "change", "publish"]
    is_searchable = False
    list_export = ["title", "missing"]
    export_headings = {"title": _("Title"), "missing": _("To complete")}

    def get_queryset(self) -> QuerySet:
        """Return the pages that wait, the oldest import first."""
        self.reasons = waiting_for(self.request.user)
        base = get_page_models()[0].base_page_model
        self.queryset = base.objects.filter(pk__in=self.reasons).select_related("waiting__file").order_by("waiting__pk")
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list: Iterable[Any]) -> Any:
        """Give each page what it lacks, in words."""
        for page in object_list:
            page.missing = [ask(reason) for reason in self.reasons.get(page.pk, ())]
        return object_list
