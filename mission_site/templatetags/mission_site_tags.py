"""What only the components of this room need: geometry of charts, page links, the light version, file names."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote, urlencode

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.templatetags.static import static
from django.utils.translation import get_language_bidi

from ..light import is_light, switch_address

register = template.Library()

ROW_REM = 3.4
BAR_TOP_REM = 1.5


@register.simple_tag
def bars(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the geometry of a bar chart: lengths in percent of the widest, heights in rem, mirrored right to left.

    A row has `label`, `value` (a number, not negative), `display` (the number as written), `is_latest` and
    `is_part` (of the bar above).
    """
    rows = list(rows)
    widest = max((float(row["value"]) for row in rows), default=0) or 1
    mirrored = get_language_bidi()
    drawn = []
    for index, row in enumerate(rows):
        width = round(max(float(row["value"]), 0) / widest * 100, 2)
        top = index * ROW_REM
        drawn.append(
            {
                **row,
                "width": f"{width}%",
                "x": f"{round(100 - width, 2) if mirrored else 0}%",
                "text_y": f"{top + 1}rem",
                "bar_y": f"{top + BAR_TOP_REM}rem",
            }
        )
    indent = f"{'-' if mirrored else ''}1rem"
    start, end = ("100%", "0%") if mirrored else ("0%", "100%")
    return {"rows": drawn, "height": f"{len(rows) * ROW_REM}rem", "start": start, "end": end, "indent": indent}


def _query(context: template.Context) -> str:
    request = getattr(context, "request", None)
    if request is None:
        return ""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


@register.simple_tag(takes_context=True)
def page_links(context: template.Context, page: Page) -> list[dict[str, Any]]:
    """Return the links of a pagination: number (None for a gap), address and whether it is the current page."""
    query = _query(context)
    gap = page.paginator.ELLIPSIS
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [
        {
            "number": None if number == gap else number,
            "url": "" if number == gap else page_address(int(number), query),
            "is_current": number == page.number,
        }
        for number in numbers
    ]


@register.simple_tag(takes_context=True)
def page_number_address(context: template.Context, number: int) -> str:
    """Return the query string of a page of a list; what was filtered stays filtered."""
    return page_address(number, _query(context))


def page_address(number: int, query: str = "") -> str:
    """Return the query string of a page number; the first page has no number of its own."""
    parts = [query] if query else []
    if int(number) > 1:
        parts.append(f"page={number}")
    return "?" + "&".join(parts)


@register.simple_tag
def light_mode() -> bool:
    """Whether the light version is being rendered."""
    return is_light()


@register.simple_tag(takes_context=True)
def page_frame(context: template.Context) -> Any:
    """Return the frame of the page (frame.Frame); the one in the context where there is one, as in the style guide."""
    if given := context.get("frame"):
        return given
    from ..frame import Frame

    request = context.get("request")
    if request is None:
        return None
    return Frame(request, context.get("page"), filters=context.get("filters"), rows=context.get("rows"))


@register.simple_tag(takes_context=True)
def light_switch(context: template.Context) -> dict[str, Any] | None:
    """Return whether the light version is on and the address of the other one; None without a request."""
    request = context.get("request")
    return {"is_on": is_light(), "url": switch_address(request)} if request else None


@register.simple_tag
def mail_address(subject: str, body: str) -> str:
    """Return a mailto address with subject and text (RFC 6068: blanks as %20)."""
    return "mailto:?" + urlencode({"subject": subject, "body": body}, quote_via=quote)


@register.simple_tag
def steady_static(path: str) -> str:
    """Return the address of a static file, its plain one when the list of hashed names cannot be read."""
    try:
        return static(path)
    except (ValueError, OSError):
        return settings.STATIC_URL + path
