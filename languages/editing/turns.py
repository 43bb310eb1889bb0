"""Two people who save one page in the same moment take turns: the second one's form sees what the first one saved."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import get_page_models

TAKING_TURNS = frozenset({"wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert", "languages_unpublish"})


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
        if request.method != "POST" or page_id is None or match is None or match.view_name not in TAKING_TURNS:
            return None
        model = get_page_models()[0].base_page_model
        with transaction.atomic():
            # SQLite locks with the transaction itself (IMMEDIATE).
            list(model.objects.select_for_update().filter(pk=page_id).order_by().values_list("pk", flat=True))
            return view(request, *args, **kwargs)
