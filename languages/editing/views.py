"""Small views of the editor: the slug for a title, and taking back one language."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import get_page_models

from languages import registry, slugs

from .names import named_here

MAX_TITLE = 255


@require_GET
def slug(request: HttpRequest) -> JsonResponse:
    """Return {"slug": ...} for the parameter `title`, by the rules of languages.slugs."""
    return JsonResponse({"slug": slugs.suggest(request.GET.get("title", "")[:MAX_TITLE])})


def unpublish_language(request: HttpRequest, page_id: int, code: str) -> HttpResponse:
    """Ask, then take one language of a page from the readers; its text stays as a draft. 404 when it is not public."""
    page = _page(page_id)
    if not page.permissions_for_user(request.user).can_unpublish():
        raise PermissionDenied
    if code not in page.public_languages:
        raise Http404
    language = registry.language(code)
    if request.method == "POST":
        page.unpublish_language(code, request.user)
        text = _("“%(page)s” is no longer public in %(language)s. The text stays as a draft.")
        messages.success(request, text % {"page": page.get_admin_display_title(), "language": named_here(code)})
        return redirect(get_valid_next_url_from_request(request) or _edit_url(page))
    remaining = [registry.language(other) for other in page.public_languages if other != code]
    context = {
        "page": page,
        "language": language,
        "remaining": remaining,
        "next": get_valid_next_url_from_request(request),
        "page_title": _("Unpublish the page in %(language)s") % {"language": named_here(code)},
    }
    return TemplateResponse(request, "languages/unpublish.html", context)


def _page(page_id: int) -> Any:
    base = get_page_models()[0].base_page_model
    return get_object_or_404(base, pk=page_id).specific


def _edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
