"""Where the bilingual layer meets Wagtail's serving and admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from wagtail import hooks

from .editing import hooks as _editing  # noqa: F401 registers the editor's hooks


@hooks.register("before_serve_page", order=10)
def answer_in_the_right_language(page: Any, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse | None:
    """Redirect to the canonical address or the language that exists; 410 for a page that is no more."""
    answer = getattr(request, "page_answer", None)
    if answer is not None:
        if answer.url:
            return HttpResponsePermanentRedirect(answer.url)
        return TemplateResponse(request, "404.html", {"gone": True, "page": None}, status=answer.status)
    if not page.is_published_in() and (url := page.get_url(request)) and url != request.path:
        return HttpResponseRedirect(url)
    return None
