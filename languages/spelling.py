"""Addresses typed in capitals or with a slash too many: sent to the address as it is written, if there is one."""

import re
from copy import copy

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language_from_path

from . import registry

SLASHES = re.compile(r"/{2,}")
SAFE = ("GET", "HEAD")
FAULT = 400


def respelt(request: HttpRequest) -> HttpResponsePermanentRedirect | None:
    """Return the way to an address that differs in capitals and slashes only; None where that leads nowhere either.

    Only addresses for readers, which stand under a language, are looked at.
    """
    path = SLASHES.sub("/", request.path_info).lower()
    code = get_language_from_path(path)
    if request.method not in SAFE or path == request.path_info or code is None:
        return None
    if not _leads_somewhere(request, path, code):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(escape_uri_path(path) + (f"?{query}" if query else ""))


def _leads_somewhere(request: HttpRequest, path: str, code: str) -> bool:
    asked = copy(request)
    asked.path = asked.path_info = path
    with registry.active(code):
        try:
            match = resolve(path)
            asked.resolver_match = match
            return bool(match.func(asked, *match.args, **match.kwargs).status_code < FAULT)
        except (Http404, Resolver404):
            return False
