"""Keeps whole answers for readers until something changes: content (pages/changes.py) or the hour (moments.py)."""

import datetime as dt
import re
from collections.abc import Callable

from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language_from_path

from pages import changes, sites

from . import light, moments
from .stored_pages import Shelf, Stored, compress

# Of each process. What carries a query has a shelf of its own: invented queries push out no page.
PLAIN_BYTES, QUERIED_BYTES = 48 * 2**20, 16 * 2**20
LONGEST = dt.timedelta(minutes=10)
# Answers that depend on the database alone; a question in words goes to the search engine.
KNOWN_QUERY = re.compile(
    r"(?:(?:light=[01]|page=[1-9]\d{0,3}|year=\d{0,4}|(?:kind|programme|axis|region)=[\w-]{0,80})(?:&(?!$)|$)){1,7}",
    re.A,
)
KINDS = ("text/html", "application/atom+xml", "application/rss+xml")
MAY_VARY_BY = {"save-data", "accept-encoding"}
HTTP_OK, HTTP_FAULT = 200, 500

plain, queried = Shelf(PLAIN_BYTES), Shelf(QUERIED_BYTES)


def clear() -> None:
    """Forget all answers of this process."""
    plain.clear()
    queried.clear()


class PageCache:
    """Answers from memory what was answered before and cannot have changed; knows nothing of who asks.

    Whoever brings a session, as staff do, is never answered from memory and leaves nothing there.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/admin/"):
            return self.get_response(request)
        if not settings.PAGE_CACHE or not is_for_anybody(request):
            return _compressed(request, self.get_response(request))
        if not is_own_query(request.META.get("QUERY_STRING", "")):
            return _compressed(request, self._answered_once(request))
        return self._from_memory(request) or _compressed(request, self.get_response(request))

    def _answered_once(self, request: HttpRequest) -> HttpResponse:
        """Answer a query that the site did not write itself, with what is remembered of the content; keep nothing."""
        try:
            token = changes.state()
        except Error:
            return self.get_response(request)
        before = changes.answering_from(token)
        try:
            know_site(request)
            return self.get_response(request)
        finally:
            changes.done(before)

    def _from_memory(self, request: HttpRequest) -> HttpResponse | None:
        query = request.META.get("QUERY_STRING", "")
        shelf = queried if query else plain
        key = (request.scheme, request.get_host(), request.path, query, light.asked_for(request))
        stored = shelf.get(key)
        try:
            token = changes.state()
        except Error:
            # The database is away: nothing can have been published since.
            return stored.answer(request) if stored else None
        if stored and stored.token == token and timezone.now() < stored.until:
            return stored.answer(request)
        return self._made(request, shelf, key, token, stored)

    def _made(
        self, request: HttpRequest, shelf: Shelf, key: tuple, token: changes.Token, older: Stored | None
    ) -> HttpResponse | None:
        """Let the site answer; keep the answer when anybody may have it."""
        now = timezone.now()
        before = changes.answering_from(token)
        try:
            know_site(request)
            response = self.get_response(request)
            if response.status_code >= HTTP_FAULT and older and older.token == token:
                return older.answer(request)
            if not is_for_all(response):
                return _compressed(request, response)
            stored = Stored.of(response, token, min(next_change(now), now + LONGEST))
        finally:
            changes.done(before)
        shelf.put(key, stored)
        return stored.answer(request)


def is_for_anybody(request: HttpRequest) -> bool:
    """Whether a request is for a page in a language, by nobody in particular."""
    personal = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"} & set(request.COOKIES)
    return request.method == "GET" and not personal and get_language_from_path(request.path_info) is not None


def is_own_query(query: str) -> bool:
    """Whether the site writes such a query string itself; answers to others are not kept."""
    return not query or KNOWN_QUERY.fullmatch(query) is not None


def is_for_all(response: HttpResponse) -> bool:
    """Whether an answer is a public page or feed that says nothing of who asked."""
    if response.status_code != HTTP_OK or response.streaming or response.cookies:
        return False
    if response.has_header("Cache-Control") or response.has_header("Content-Encoding"):
        return False
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    return varies <= MAY_VARY_BY and response.get("Content-Type", "").startswith(KINDS)


def know_site(request: HttpRequest) -> None:
    """Give Wagtail the site of the request, where it looks first, from memory."""
    try:
        request._wagtail_site = sites.of_request(request)  # type: ignore[attr-defined]
    except Error:
        return


def next_change(now: dt.datetime) -> dt.datetime:
    """Return when pages change by themselves; now when nobody can tell."""
    try:
        return moments.next_change(now)
    except Error:
        return now


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    compress(request, response)
    return response
