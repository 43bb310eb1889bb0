"""Where pages meet Wagtail's editor: links in texts."""

from typing import Any

from wagtail import hooks

from . import leaving as _leaving  # noqa: F401 registers its hooks
from .exposure import refuse_before_its_hour
from .links import FoundDocumentLink, ReadablePageLink

hooks.register("before_serve_document", refuse_before_its_hour)


@hooks.register("register_rich_text_features", order=100)
def link_to_readable_pages(features: Any) -> None:
    """Expand links to pages our way; order 100 comes after Wagtail's own."""
    features.register_link_type(ReadablePageLink)
    features.register_link_type(FoundDocumentLink)
