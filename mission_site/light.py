"""The light version: no pictures unless asked, by `Save-Data` or by a parameter that inner links carry."""

import re
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

PARAMETER = "light"
ON, OFF = "1", "0"
_light: ContextVar[bool] = ContextVar("light", default=False)

INNER_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([/?][^"#]*)([^"]*")')
INNER_FORM = re.compile(r'(<form\b(?=[^>]*\baction="/)(?![^>]*\bmethod="post")[^>]*>)')


def is_light() -> bool:
    """Whether the page being rendered is the light one."""
    return _light.get()


def asked_for(request: HttpRequest) -> bool:
    """Whether the reader wants the light version: what the address says, else what `Save-Data` says (RFC 8674)."""
    said = request.GET.get(PARAMETER)
    return said == ON if said in (ON, OFF) else request.headers.get("Save-Data", "").strip().lower() == "on"


def switch_address(request: HttpRequest) -> str:
    """Return the address of the same page in the other version."""
    query = request.GET.copy()
    query[PARAMETER] = OFF if is_light() else ON
    return f"{request.path}?{query.urlencode()}"


class LightMode:
    """Renders the light version where it is asked for and lets inner links carry the choice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        light = asked_for(request)
        said = request.GET.get(PARAMETER)
        token = _light.set(light)
        try:
            response = self.get_response(request)
        finally:
            _light.reset(token)
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        if is_page and not request.path.startswith("/admin/"):
            patch_vary_headers(response, ["Save-Data"])
            if said in (ON, OFF):
                response.content = carry(response.content.decode(response.charset), said).encode(response.charset)
                if response.has_header("Content-Length"):
                    response.headers["Content-Length"] = str(len(response.content))
        return response


def carry(html: str, said: str) -> str:
    """Return the page with the reader's choice on every link and search form that stays on the site."""
    html = INNER_LINK.sub(lambda found: found[1] + _with_choice(found[2], said) + found[3], html)
    return INNER_FORM.sub(rf'\1<input type="hidden" name="{PARAMETER}" value="{said}">', html)


def _with_choice(address: str, said: str) -> str:
    if address.startswith(("//", "/static/", "/media/", "/documents/", "/admin/")) or f"{PARAMETER}=" in address:
        return address
    return f"{address}{'&amp;' if '?' in address else '?'}{PARAMETER}={said}"
