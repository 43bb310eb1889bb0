"""Blocks of pictures: one, or a gallery."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from languages import registry
from languages.editing.written import language_written
from library.presentation import picture_values

from .loading import LoadedTogether

NEEDS_ALT_TEXT = _("Say what the picture shows, or mark it as decorative.")


def has_words(picture: Any) -> bool:
    """Whether the library says, in the language that is being written, what a picture shows: the page then says it."""
    return bool(picture and getattr(picture, registry.field("alt_text", language_written())))


class PictureChooserBlock(LoadedTogether, ImageChooserBlock):
    """A picture of the library."""

    kind = "picture"


class PictureBlock(blocks.StructBlock):
    """A picture with the words of this page."""

    picture = PictureChooserBlock(label=_("Picture"))
    alt_text = blocks.CharBlock(
        label=_("Alternative text"),
        required=False,
        max_length=250,
        search_index=False,  # the picture in words for who cannot see it: out of place among the words of an extract
        help_text=_(
            "What a person who cannot see the picture should know; not the caption again. "
            "Empty: the text of the library."
        ),
    )
    is_decorative = blocks.BooleanBlock(
        label=_("Decorative"),
        required=False,
        help_text=_("Only for a picture that says nothing the text does not say."),
    )
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=400,
        help_text=_("Who, what, where, when. Empty: the caption of the library."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"), required=False, max_length=200, help_text=_("Empty: the credit of the library.")
    )

    def clean(self, value: Any) -> Any:
        """Ask for an alternative text unless the library has one or the picture is decorative (WCAG 2.2, 1.1.1)."""
        result = super().clean(value)
        is_told = result["alt_text"] or result["is_decorative"] or has_words(result["picture"])
        if not self.is_deferred_validation and not is_told:
            raise StructBlockValidationError({"alt_text": ValidationError(NEEDS_ALT_TEXT, code="alt_text")})
        return result

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what the picture's component takes; nothing for a picture that may not be shown."""
        context = super().get_context(value, parent_context)
        return context | presented(value)

    class Meta:
        icon = "image"
        label = _("Picture")
        group = _("Pictures")
        template = "pages/blocks/picture.html"


def presented(value: Any) -> dict[str, Any]:
    """Return picture, caption and credit of a picture block's value; an empty picture when it may not be shown."""
    picture = value.get("picture")
    alt = "" if value.get("is_decorative") else value.get("alt_text") or None
    shown = picture_values(picture, "whole", alt)
    return {
        "picture": shown,
        "caption": (value.get("caption") or picture.caption) if shown else "",
        "credit": (value.get("credit") or picture.credit) if shown else "",
    }


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the pictures that may be shown."""
        context = super().get_context(value, parent_context)
        items = [presented(item) for item in value.get("pictures") or ()]
        return context | {"items": [item for item in items if item["picture"]]}

    class Meta:
        icon = "images"
        label = _("Gallery")
        group = _("Pictures")
        template = "pages/blocks/gallery.html"
