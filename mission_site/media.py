"""Serves uploaded files where no web server stands in front."""

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.static import serve

A_YEAR = 365 * 24 * 3600


def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a file of the media folder, never to be run as a page; 404 for what is not there."""
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = f"public, max-age={A_YEAR}"
    return response
