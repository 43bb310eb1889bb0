"""The blocks of page bodies."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


def body_blocks() -> list[tuple[str, Any]]:
    """Return the blocks every body is made of."""
    return [
        ("paragraph", blocks.RichTextBlock(label=_("paragraph"))),
        ("heading", blocks.CharBlock(label=_("heading"))),
    ]
