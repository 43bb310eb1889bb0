"""Where the bilingual layer meets Wagtail's serving and admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from . import registry
from .editing import hooks as _editing  # noqa: F401 registers the editor's hooks
from .publishing.choice import titled
from .publishing.history import tell_languages


@hooks.register("before_serve_page", order=10)
def answer_in_the_right_language(page: Any, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse | None:
    """Redirect to the canonical address or the language that exists; 410 for a page that is no more."""
    answer = getattr(request, "page_answer", None)
    if answer is not None:
        if answer.url:
            return (HttpResponsePermanentRedirect if answer.is_permanent else HttpResponseRedirect)(answer.url)
        return TemplateResponse(request, ["410.html", "404.html"], {"gone": True, "page": None}, status=answer.status)
    if not page.is_published_in() and (url := page.get_url(request)) and url != request.path:
        return HttpResponseRedirect(url)
    return None


@hooks.register("before_copy_page")
def copy_under_the_language_shown(request: HttpRequest, page: Any) -> None:
    """Take the new title for the language it was shown in: a page without the admin's language shows another one."""
    shown = registry.current()
    if request.method == "POST" and not getattr(page, registry.field("title", shown)):
        translation.activate(titled(page)[0] if titled(page) else registry.default())


@hooks.register("register_log_actions", order=1000)
def tell_languages_in_history(actions: LogActionRegistry) -> None:
    """Say in the history which languages were published, scheduled or taken back."""
    tell_languages(actions)
