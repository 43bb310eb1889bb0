"""Answers at old addresses: for good within one language, for now where only another language can be shown."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from . import registry
from .deleted import is_mark
from .spelling import respelt

NOT_FOUND = 404


def _redirect_of(request: HttpRequest) -> Redirect | None:
    return get_redirect(request, Redirect.normalise_path(request.path, decode_unicode=False))


class OldAddresses(RedirectMiddleware):
    """Wagtail's redirects; one that leads a reader to another language is never permanent.

    Browsers keep a permanent one for good, and would pass by the page once it is public in their language again.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return Wagtail's answer, made temporary where the language changes."""
        answer = super().process_response(request, response)
        if answer is response and response.status_code == NOT_FOUND and is_mark(_redirect_of(request)):
            return TemplateResponse(
                request, ["410.html", "404.html"], {"gone": True, "page": None}, status=410
            ).render()
        if answer is response and response.status_code == NOT_FOUND:
            return respelt(request) or response
        if answer is response or not isinstance(answer, HttpResponsePermanentRedirect):
            return answer
        asked = get_language_from_path(request.path_info) or registry.current()
        found = get_language_from_path(urlsplit(answer.url).path)
        return answer if found in (None, asked) else HttpResponseRedirect(answer.url)
