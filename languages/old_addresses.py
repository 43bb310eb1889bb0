"""Answers at old addresses: for good within one language, for now where only another language can be shown."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.translation import get_language_from_path
from wagtail.contrib.redirects.middleware import RedirectMiddleware

from . import registry


class OldAddresses(RedirectMiddleware):
    """Wagtail's redirects; one that leads a reader to another language is never permanent.

    Browsers keep a permanent one for good, and would pass by the page once it is public in their language again.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Return Wagtail's answer, made temporary where the language changes."""
        answer = super().process_response(request, response)
        if answer is response or not isinstance(answer, HttpResponsePermanentRedirect):
            return answer
        asked = get_language_from_path(request.path_info) or registry.current()
        found = get_language_from_path(urlsplit(answer.url).path)
        return answer if found in (None, asked) else HttpResponseRedirect(answer.url)
