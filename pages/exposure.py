"""Whether readers may have a file: only once something that they can read shows it."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest
from wagtail.models import ReferenceIndex

from .models import BasePage


def is_shown(file: Any, *, to_some: bool = False) -> bool:
    """Whether a document or picture is named by a public page, or by texts and settings that are for all pages.

    `to_some`: a published page that only some may read is enough. The row of a page holds what is published, never
    what a draft adds; two queries at most.
    """
    named = ReferenceIndex.get_references_to(file)
    pages = ContentType.objects.get_for_model(BasePage)
    keys = named.filter(base_content_type=pages).annotate(page=Cast("object_id", IntegerField())).values("page")
    readable = BasePage.objects.live() if to_some else BasePage.objects.published_anywhere()
    return readable.filter(pk__in=keys).exists() or named.exclude(base_content_type=pages).exists()


def may_have(request: HttpRequest, file: Any) -> bool:
    """Whether the person who asks may have a file now: people of the admin always do."""
    return is_shown(file) or bool(request.user.has_perm("wagtailadmin.access_admin"))


def refuse_before_its_hour(document: Any, request: HttpRequest) -> None:
    """Answer 404 for a document of something that is not published yet, or no longer (hook of Wagtail)."""
    if not may_have(request, document):
        raise Http404
