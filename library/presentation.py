"""What templates are told about a picture or document: addresses, sizes, words. Nothing is made here."""

from collections.abc import Callable
from typing import Any

from django.template.defaultfilters import filesizeformat

from .choices import direction, language_name
from .models import SiteDocument, SitePicture
from .shapes import MIME, MODERN, SHAPES

Values = dict[str, Any]


def picture_values(picture: SitePicture | None, shape: str = "whole", alt: str | None = None) -> Values:
    """Return src, width, height, alt, sources (type, srcset), size_text, credit, caption; {} when not to be shown.

    Looks only at sizes that exist: of the shape asked for, else of another one, else the file itself. A picture
    of people without consent is never shown. Asks the database nothing.
    """
    if picture is None or not picture.has_consent():
        return {}
    found = _sizes(picture.sizes or [], shape)
    address = picture.file.storage.url
    values = {
        "alt": picture.default_alt_text if alt is None else alt,
        "credit": picture.credit,
        "caption": picture.caption or "",
        "sources": _sources(found, address),
        "srcset": "",
    }
    if not found:
        return values | {"src": picture.file.url, "width": picture.width, "height": picture.height, "size_text": ""}
    old = [item for item in found if item["format"] not in MODERN] or found
    fallback = old[-1]
    values |= {name: fallback[name] for name in ("width", "height")}
    return values | {"src": address(fallback["name"]), "size_text": filesizeformat(fallback["bytes"])}


def _sizes(sizes: list[Values], shape: str) -> list[Values]:
    """Return the sizes of a shape, smallest first; of the next shape that has any when it has none."""
    for name in (shape, *SHAPES):
        if found := [item for item in sizes if item["shape"] == name]:
            return found
    return []


def _sources(found: list[Values], address: Callable[[str], str]) -> list[Values]:
    """Return the modern formats, the smallest files first, each with all its widths."""
    sources = []
    for extension in MODERN:
        ours = [f"{address(item['name'])} {item['width']}w" for item in found if item["format"] == extension]
        if ours:
            sources.append({"type": MIME[extension], "srcset": ", ".join(ours)})
    return sources


def document_values(document: SiteDocument | None, title: str = "") -> Values:
    """Return title, url, format, size, credit, language (code, name, direction; None without); {} for no document."""
    if document is None:
        return {}
    code = document.language
    language = {"code": code, "name": language_name(code), "direction": direction(code)} if code else None
    size = filesizeformat(document.file_size) if document.file_size else ""
    return {
        "title": title or document.title,
        "url": document.url,
        "format": document.format_name,
        "size": size,
        "language": language,
        "credit": document.credit,
    }
