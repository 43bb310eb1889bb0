"""Where pages meet Wagtail's editor: links in texts, and what stands in the way of publishing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from .links import FoundDocumentLink, ReadablePageLink


@hooks.register("register_rich_text_features", order=100)
def link_to_readable_pages(features: Any) -> None:
    """Expand links to pages our way; order 100 comes after Wagtail's own."""
    features.register_link_type(ReadablePageLink)
    features.register_link_type(FoundDocumentLink)


@hooks.register("before_publish_page")
def keep_faulty_pages_back(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Keep the draft and say why, when something stands in the way of publishing it."""
    codes = (getattr(page, "languages_to_publish", None) or "").split() or None
    faults = page.publication_faults(codes) if hasattr(page, "publication_faults") else []
    if not faults:
        return None
    messages.error(request, _("Not published; the draft is kept.") + " " + " ".join(faults))
    return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
