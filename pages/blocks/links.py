"""Blocks of links: related pages, and the list of links in the site's settings."""

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from languages import registry

from .loading import LoadedTogether


class ReadablePageChooserBlock(LoadedTogether, blocks.PageChooserBlock):
    """A page; readers get those that are public in some language."""

    kind = "page"


class RelatedBlock(blocks.StructBlock):
    """Pages to read next."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150, help_text=_("Empty: “Read also”."))
    pages = blocks.ListBlock(ReadablePageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1, max_num=8)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what the list's component takes; pages that are not public are left out."""
        context = super().get_context(value, parent_context)
        pages = [page for page in value.get("pages") or () if page is not None and page.public_languages]
        return context | {"items": [link_values(page) for page in pages]}

    class Meta:
        icon = "link"
        label = _("Related pages")
        group = _("Facts")
        template = "pages/blocks/related.html"


def link_values(page: Any) -> dict[str, Any]:
    """Return title and url of a page, with language and direction when it is only public in another one."""
    code = page.language_to_read()
    is_other = code != registry.current()
    return {
        "title": getattr(page, registry.field("title", code)) or page.title,
        "url": page.url or "",
        "language": code if is_other else "",
        "direction": registry.language(code).direction if is_other else "",
    }


class LinkBlock(blocks.StructBlock):
    """A named address."""

    name = blocks.CharBlock(label=_("Name"), max_length=60, help_text=_("As readers know it: “Facebook”, “YouTube”."))
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Link")


@cache
def links_block(is_required: bool = False) -> blocks.StreamBlock:
    """Return the block of a list of links."""
    return blocks.StreamBlock([("link", LinkBlock())], required=is_required)
