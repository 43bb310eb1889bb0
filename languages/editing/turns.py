"""Two people who save one page in the same moment take turns: the second one's form sees what the first one saved."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import get_page_models

from . import opened, told

TAKING_TURNS = frozenset({"wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert", "languages_unpublish"})
DECIDING = frozenset({"wagtailadmin_pages:workflow_action", "wagtailadmin_pages:confirm_workflow_action"})
FORMS = frozenset({"wagtailadmin_pages:add", "wagtailadmin_pages:edit"})
CONCERNED = TAKING_TURNS | DECIDING | FORMS


class OneAfterAnother:
    """Middleware: a save reads the latest draft, compares and writes in one transaction, with the page's row locked.

    Without it both would compare with the same draft, and the later text would stand alone, without a word.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answer a save of a page under its lock; leave everything else alone."""
        match = request.resolver_match
        page_id = kwargs.get("page_id")
        if request.method != "POST" or match is None or match.view_name not in CONCERNED:
            return None
        if page_id is None:
            return opened.recognise(request, None)
        model = get_page_models()[0].base_page_model
        with transaction.atomic():
            # SQLite locks with the transaction itself (IMMEDIATE).
            page = model.objects.select_for_update().filter(pk=page_id).order_by().first()
            refused = opened.recognise(request, page) if match.view_name in FORMS else None
            if refused is not None:
                return refused
            since = told.last_entry(page_id)
            response = view(request, *args, **kwargs)
            told.tell(request, page_id, since)
            return response
