"""Where the import stands in the admin: a menu item, a report, and a reminder in the editor."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from .completing import objections
from .models import WaitingPage
from .permissions import may_import
from .report import PagesToComplete
from .views import ReceiptView, UploadView


class ImportMenuItem(MenuItem):
    """Shown to those who may bring pages in."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person may add pages."""
        return may_import(request.user)


@hooks.register("register_admin_urls")
def import_addresses() -> list[Any]:
    """Serve the screens."""
    return [
        path("old-pages/", UploadView.as_view(), name="importer_upload"),
        path("old-pages/<int:pk>/", ReceiptView.as_view(), name="importer_receipt"),
        path("reports/old-pages/", PagesToComplete.as_view(), name="importer_to_complete"),
        path(
            "reports/old-pages/results/",
            PagesToComplete.as_view(results_only=True),
            name="importer_to_complete_results",
        ),
    ]


@hooks.register("register_admin_menu_item")
def upload_item() -> MenuItem:
    """Offer the upload."""
    return ImportMenuItem(_("Old pages"), reverse("importer_upload"), name="old-pages", icon_name="download", order=800)


@hooks.register("register_reports_menu_item")
def queue_item() -> MenuItem:
    """List the queue among the reports."""
    return ImportMenuItem(
        _("Old pages to complete"),
        reverse("importer_to_complete"),
        name="old-pages-to-complete",
        icon_name="download",
        order=110,
    )


@hooks.register("before_edit_page")
def say_what_is_missing(request: HttpRequest, page: Any) -> None:
    """When an imported draft is opened, say what the old page did not tell."""
    if request.method == "GET" and not page.live and WaitingPage.objects.filter(page_id=page.pk).exists():
        for text in objections(page.get_latest_revision_as_object()):
            messages.warning(request, text)
