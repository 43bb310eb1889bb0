"""The editor's page of proposals: related news the search engine found, for an officer to accept."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from languages import registry

from . import related
from .models import NewsPage


class ProposalForm(forms.Form):
    """Which of the proposed news to add, in one language."""

    def __init__(self, proposed: dict[str, list[Any]], data: Any = None) -> None:
        super().__init__(data)
        self.proposed = proposed
        for code, pages in proposed.items():
            title = registry.field("title", code)
            self.fields[code] = forms.MultipleChoiceField(
                label=registry.language(code).name,
                required=False,
                choices=[(page.pk, getattr(page, title) or page.title) for page in pages],
                widget=forms.CheckboxSelectMultiple,
            )

    def chosen(self) -> dict[str, list[Any]]:
        """Return the pages ticked, by language; languages without any left out."""
        ticked = {code: {int(key) for key in keys} for code, keys in self.cleaned_data.items()}
        found = {code: [page for page in pages if page.pk in ticked[code]] for code, pages in self.proposed.items()}
        return {code: pages for code, pages in found.items() if pages}


def propose(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show what the engine proposes for a page's draft; add what the officer ticked. 403 to who may not edit it."""
    live = get_object_or_404(NewsPage, pk=page_id)
    allowed = live.permissions_for_user(request.user)
    if not allowed.can_edit() or allowed.page_locked():
        raise PermissionDenied
    page = live.get_latest_revision_as_object()
    form = ProposalForm({code: related.proposals(page, code) for code in registry.codes()}, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _accepted(request, page, form.chosen())
    context = {"page": page, "form": form, "page_title": _("Related news")}
    return TemplateResponse(request, "news/propose_related.html", context)


def _accepted(request: HttpRequest, page: NewsPage, chosen: dict[str, list[Any]]) -> HttpResponse:
    for code, pages in chosen.items():
        related.accept(page, code, pages, request.user)
        page = page.get_latest_revision_as_object()
    if number := sum(map(len, chosen.values())):
        said = ngettext(
            "%(number)s related page added to the draft.", "%(number)s related pages added to the draft.", number
        )
        messages.success(request, said % {"number": number})
    return redirect("wagtailadmin_pages:edit", page.pk)
