"""A calendar file for an event (RFC 5545)."""

from datetime import UTC, date, datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from .models import NewsPage

LINE = 75


def escape(text: str) -> str:
    """Escape a text value (RFC 5545, section 3.3.11)."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def fold(line: str) -> str:
    """Break a line after at most 75 octets, never inside a character (RFC 5545, section 3.1)."""
    parts, current = [], b""
    for character in line:
        encoded = character.encode()
        if len(current) + len(encoded) > LINE:
            parts.append(current)
            current = b" "
        current += encoded
    return b"\r\n".join([*parts, current]).decode()


def calendar(page: NewsPage, first: date, url: str) -> str:
    """Return the calendar of one event page from its first day: whole days, as its dateline knows no hours."""
    last = (page.date_end or first) + timedelta(days=1)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//mission//events//",
        "BEGIN:VEVENT",
        f"UID:{page.translation_key}@events",
        f"DTSTAMP:{(page.last_published_at or datetime.now(UTC)).astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last:%Y%m%d}",
        f"SUMMARY:{escape(page.title)}",
        f"DESCRIPTION:{escape(page.lead or '')}",
        f"LOCATION:{escape(page.place or '')}",
        f"URL:{url}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(fold(line) for line in lines) + "\r\n"


def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the calendar file of a public event; 404 for anything else or a date known only by month."""
    page = get_object_or_404(NewsPage.objects.published().of_kind(NewsPage.Kind.EVENT), pk=pk)
    if page.date is None or not page.has_days:
        raise Http404
    text = calendar(page, page.date, page.get_full_url(request))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    return response
