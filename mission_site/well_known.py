"""robots.txt and security.txt."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

VALID_FOR = timedelta(days=180)


def robots(request: HttpRequest) -> HttpResponse:
    """Let crawlers read the public site, not the admin (RFC 9309)."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {base}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security(request: HttpRequest) -> HttpResponse:
    """Say whom to tell about a weakness (RFC 9116)."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    expires = (datetime.now(UTC) + VALID_FOR).strftime("%Y-%m-%dT00:00:00Z")
    languages = ", ".join(code for code, _name in settings.LANGUAGES)
    lines = [
        f"Contact: mailto:{settings.DEFAULT_FROM_EMAIL}",
        f"Expires: {expires}",
        f"Preferred-Languages: {languages}",
        f"Canonical: {base}{reverse('security_txt')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
