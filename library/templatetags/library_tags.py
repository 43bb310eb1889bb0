"""Gives templates the values of a picture or document."""

from typing import Any

from django import template

from .. import presentation

register = template.Library()


@register.simple_tag
def picture_values(picture: Any, shape: str = "whole", alt: str | None = None) -> dict[str, Any]:
    """Return what components/picture.html takes, or {} for a picture that is not to be shown.

    `{% picture_values page.listing_picture "row" alt="" as picture %}`; shapes are named in library/shapes.py.
    """
    return presentation.picture_values(picture or None, shape, alt)


@register.simple_tag
def document_values(document: Any, title: str = "") -> dict[str, Any]:
    """Return what components/document.html takes."""
    return presentation.document_values(document or None, title)
