"""Serves uploaded files, whole or in part, to those who may have them; those of the media folder where no web server
stands in front."""

import posixpath

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents.views.serve import serve as serve_document

from library.withholding import access_to
from pages.exposure import is_shown

from .ranges import in_part

HTTP_OK = 200
A_YEAR = 365 * 24 * 3600
AN_HOUR = 3600


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Answer a file of the media folder, never to be run as a page; 404 for what is not there or not to be shown.

    A picture of people without consent is for the admin only; one with consent is kept by nobody for long, for
    consent can be taken back. An original or a document is for readers once a page that they can read shows it, a size
    of a picture once any published page does: a page that only some may read shows its pictures to those.
    """
    # As serve() does: another spelling of an address must not pass as another file.
    path = posixpath.normpath(path).lstrip("/")
    access = access_to(path)
    is_open = access.is_open and (access.shown_as is None or is_shown(access.shown_as, to_some=not access.is_whole))
    if not is_open and not _is_staff(request):
        raise Http404
    response = in_part(request, serve(request, path, document_root=settings.MEDIA_ROOT))
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = _lifetime(is_open, access.may_end)
    return response


@require_safe
def document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """Answer a document at its own address, whole or in part, as Wagtail does."""
    response = serve_document(request, document_id, document_filename)
    if response.headers.get("Content-Encoding") == "None":
        # Wagtail writes so of a file that is not packed (wagtail.utils.sendfile); it names no coding (RFC 9110, 8.4.1).
        del response.headers["Content-Encoding"]
    return in_part(request, response) if response.status_code == HTTP_OK else response


def _is_staff(request: HttpRequest) -> bool:
    return bool(request.user.has_perm("wagtailadmin.access_admin"))


def _lifetime(is_open: bool, may_end: bool) -> str:
    if not is_open:
        return "private, no-store"
    return f"public, max-age={AN_HOUR if may_end else A_YEAR}"
