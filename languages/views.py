"""The address without a language: sends the reader to the one asked for."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request


def choose_language(request: HttpRequest) -> HttpResponse:
    """Redirect to the home page in the reader's language (Accept-Language; 302, never cached for others)."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
