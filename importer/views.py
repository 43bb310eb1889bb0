"""The admin's screens of the import: upload, receipts."""

import datetime as dt
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from importer.legacy.encoding import LARGEST
from importer.legacy.unreadable import LegacyUnreadable, Problem
from pages.formats import format_day

from .completing import ask
from .forms import UploadForm
from .importing import Importer, Outcome
from .kinds_in_words import kind_in_words, languages_in_words
from .models import ImportedFile
from .permissions import may_import

ROWS = 30


class ImportView(View):
    """Base of the screens: only for those who may add pages."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse everybody else."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UploadView(ImportView):
    """Takes files, imports each, and shows what became of it, above the list of all imports."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the form."""
        return self.screen(request, UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Import what was sent; a file that cannot be read is told, the rest goes on."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.screen(request, form)
        importer = Importer(user=request.user)
        outcomes = [_take(importer, file) for file in form.cleaned_data["old_pages"]]
        return self.screen(request, UploadForm(), outcomes)

    def screen(self, request: HttpRequest, form: UploadForm, outcomes: list[Outcome] | None = None) -> HttpResponse:
        """Return the page with the form, the outcomes of this upload and the latest imports."""
        imports = ImportedFile.objects.select_related("page", "imported_by")
        rows = Paginator(imports, ROWS).get_page(request.GET.get("p"))
        context = {
            "header_title": _("Old pages"),
            "page_title": _("Bring old pages in"),
            "header_icon": "download",
            "form": form,
            "outcomes": outcomes or [],
            "rows": rows,
            "queue_url": reverse("importer_to_complete"),
        }
        return render(request, "importer/admin/upload.html", context)


def _take(importer: Importer, file: UploadedFile) -> Outcome:
    def read() -> bytes:
        if (file.size or 0) > LARGEST:
            raise LegacyUnreadable(Problem.TOO_LARGE)
        return file.read()

    return importer.take(file.name or "", read)


def _day_in_words(text: str | None) -> str:
    """Return a day of a receipt (ISO 8601) as the admin writes it; empty for none."""
    return format_day(dt.date.fromisoformat(text)) if text else ""


class ReceiptView(ImportView):
    """The receipt of one file, for people or (`?format=json`) for programs."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show it."""
        record = get_object_or_404(ImportedFile.objects.select_related("page", "imported_by"), pk=pk)
        if request.GET.get("format") == "json":
            return JsonResponse({record.name: record.receipt}, json_dumps_params={"ensure_ascii": False, "indent": 1})
        context = {
            "header_title": record.name,
            "page_title": _("Receipt"),
            "page_subtitle": record.name,
            "header_icon": "download",
            "record": record,
            "receipt": record.receipt,
            "kind": kind_in_words(record.receipt["kind"]),
            "first_day": _day_in_words(record.receipt["dateline"]["start"]),
            "last_day": _day_in_words(record.receipt["dateline"]["end"]),
            "languages": languages_in_words(record.receipt["language"]),
            "requests": [ask(reason) for reason in record.receipt["queued"]],
        }
        return render(request, "importer/admin/receipt.html", context)
