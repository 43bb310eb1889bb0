"""The search boxes of the admin: a quote, a NUL or a page of text in one finds nothing, where Wagtail answers 500."""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from modelsearch.backends.database import SearchBackend as database_backend

from .text.clean import clean_query

LONGEST = 200  # characters; SQLite refuses to look for 50,000
BOXES = ("q", "search_query", "search")
_NO_WORD = re.compile(r"[\W_]+")


class CleanSearchBoxes:
    """Middleware: what is typed in a search box of the admin comes in without control characters, and not too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.start = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.start) and any(box in request.GET for box in BOXES):
            asked = request.GET.copy()
            for box in BOXES:
                if box in asked:
                    asked[box] = clean_query(str(asked[box]))[:LONGEST]
            request.GET = asked  # type: ignore[assignment]  # a QueryDict too, but one that may change
        return self.get_response(request)


def words_only(asked: Any) -> Any:
    """The words of a text, none of the signs that a database's search language gives a meaning."""
    return _NO_WORD.sub(" ", asked).strip()[:LONGEST] if isinstance(asked, str) else asked


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 Wagtail looks for this name
    """Return Wagtail's backend for the database in use, fed with words only."""
    backend = database_backend(params)
    ask = backend._search

    def ask_words(compiler: Any, asked: Any, *args: Any, **options: Any) -> Any:
        return ask(compiler, words_only(asked), *args, **options)

    backend._search = ask_words
    return backend
