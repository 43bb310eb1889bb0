"""Links to pages inside texts: to the reader's language, or saying which other one they lead to."""

from typing import Any

from django.utils.html import format_html
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from languages import registry

from .blocks.loading import found_now
from .models import BasePage

MAX_DIGITS = 18


class FoundDocumentLink(DocumentLinkHandler):
    """Expands links to documents with those fetched for the page."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Any]:
        """Return the documents in order, None for those that are no more."""
        found = found_now()
        if found is None:
            return super().get_many(attrs_list)
        return [found.get("document", ReadablePageLink.number(attrs)) for attrs in attrs_list]


class ReadablePageLink(PageLinkHandler):
    """Expands links to pages in one query; a page that nobody may read is no link."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Any]:
        """Return the pages that readers may see, in order, None for the others."""
        found = found_now()
        if found is not None:
            return [found.get("page", cls.number(attrs)) for attrs in attrs_list]
        pages = BasePage.objects.published_anywhere().in_bulk(filter(None, map(cls.number, attrs_list)))
        return [pages.get(cls.number(attrs)) for attrs in attrs_list]

    @staticmethod
    def number(attrs: dict) -> int | None:
        """Return the primary key a link names; None for nonsense."""
        key = str(attrs.get("id", ""))
        return int(key) if key.isdecimal() and len(key) <= MAX_DIGITS else None

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        """Return the opening tags."""
        return [cls.opening_tag(page) for page in cls.get_many(attrs_list)]

    @staticmethod
    def opening_tag(page: Any) -> str:
        """Return the opening tag of a link to a page, with hreflang when it leads to another language."""
        if page is None or not (url := page.url):
            return "<a>"
        code = page.language_to_read()
        if code == registry.current():
            return format_html('<a href="{}">', url)
        return format_html('<a href="{}" hreflang="{}">', url, code)
