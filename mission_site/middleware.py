"""Headers that every answer carries, and the language of the admin."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# The editor shows its preview in a frame.
PREVIEW_POLICY = PUBLIC_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


class SecurityHeaders:
    """Sets the content security policy of public pages (the admin has its own, set by its views)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/admin/"):
            policy = PREVIEW_POLICY if getattr(request, "is_preview", False) else PUBLIC_POLICY
            response.headers.setdefault("Content-Security-Policy", policy)
            if response.get("Content-Type", "").startswith("text/html"):
                # Pictures and feeds may be shown elsewhere; a page belongs to this site alone.
                response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class AdminLanguage:
    """Shows the admin, its login and password reset in ADMIN_LANGUAGE to whoever chose no language of their own.

    Stands after LocaleMiddleware, which would follow the browser; Wagtail then follows the person's profile.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.start = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(self.start):
            translation.activate(settings.ADMIN_LANGUAGE)
            request.LANGUAGE_CODE = settings.ADMIN_LANGUAGE  # type: ignore[attr-defined]
        return self.get_response(request)
