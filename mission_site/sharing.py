"""The picture that stands beside a shared link, drawn when a page is published, in each of its languages."""

import hashlib
import io
import logging
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.templatetags.static import static
from font_source_serif_pro import SourceSerifProSemibold
from PIL import Image, ImageDraw, ImageFont

from languages import registry
from pages import changes

logger = logging.getLogger(__name__)

SIZE = (1200, 630)
MARGIN = 80
PAPER, INK, SOFT, ACCENT, SUN = "#ffffff", "#15202b", "#45515e", "#0b3d91", "#f0b429"
LARGEST, SMALLEST = 76, 40
MOST_LINES = 5
# To be changed with the drawing: pictures are then drawn anew.
LOOK = 2


def file_name(page: Any, code: str) -> str:
    """Return where the picture of a page is kept: the name changes with what it says, so nobody sees an old one."""
    title = getattr(page, registry.field("title", code)) or ""
    said = f"{title}\n{signature(page, code)}\n{LOOK}"
    return f"share/{page.pk}-{code}-{hashlib.sha256(said.encode()).hexdigest()[:12]}.png"


def share_picture_url(page: Any) -> str:
    """Return the whole address of the picture in the active language; the site's own where none was drawn."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    name = file_name(page, registry.current())
    return base + (default_storage.url(name) if default_storage.exists(name) else static("icons/share.png"))


def draw_for(page: Any) -> list[str]:
    """Draw the pictures of a page in the languages in which it is public; return the names of the new files."""
    made = []
    for code in page.public_languages:
        name = file_name(page, code)
        if default_storage.exists(name):
            continue
        forget(page, code)
        title = getattr(page, registry.field("title", code)) or ""
        if not is_writable(title):
            continue
        said = signature(page, code)
        picture = drawn(title, settings.WAGTAIL_SITE_NAME, said if is_writable(said) else "")
        made.append(default_storage.save(name, ContentFile(picture)))
    return made


def forget(page: Any, code: str) -> None:
    """Delete the picture of an older title."""
    try:
        _folders, files = default_storage.listdir("share")
    except FileNotFoundError:
        return
    for name in files:
        if name.startswith(f"{page.pk}-{code}-"):
            default_storage.delete(f"share/{name}")


def signature(page: Any, code: str) -> str:
    """Return place and date of a page that has a dateline, in a language: "RABAT · 14 février 2022"."""
    with registry.active(code):
        line = getattr(page, "dateline", None)
        parts = [line.place.upper(), line.text] if line else []
    return " · ".join(part for part in parts if part)


def drawn(title: str, name: str, signed: str = "") -> bytes:
    """Return a PNG of 1200 by 630 pixels with a title, the site's name and, where there is one, place and date."""
    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, SIZE[0], 18), fill=ACCENT)
    draw.rectangle((MARGIN, 84, MARGIN + 110, 94), fill=SUN)
    if signed:
        draw.text(
            (MARGIN + 140, 89), signed, font=ImageFont.truetype(SourceSerifProSemibold, 30), fill=SOFT, anchor="lm"
        )
    font, lines = fitting(title)
    for index, line in enumerate(lines):
        draw.text((MARGIN, 140 + index * font.size * 1.2), line, font=font, fill=INK)
    draw.text((MARGIN, SIZE[1] - 104), name, font=ImageFont.truetype(SourceSerifProSemibold, 46), fill=ACCENT)
    out = io.BytesIO()
    picture.quantize(32).save(out, "PNG", optimize=True)
    return out.getvalue()


def is_writable(title: str) -> bool:
    """Whether the font has every letter of a title; for other scripts the site's own picture stands in."""
    font = ImageFont.truetype(SourceSerifProSemibold, 24)
    unknown = bytes(font.getmask(chr(0x10FFFD)))
    return all(character.isspace() or bytes(font.getmask(character)) != unknown for character in set(title))


def fitting(title: str) -> tuple[Any, list[str]]:
    """Return the largest size in which a title fits, and its balanced lines; a title too long is cut."""
    for size in range(LARGEST, SMALLEST - 1, -6):
        font = ImageFont.truetype(SourceSerifProSemibold, size)
        lines = wrapped(title, font)
        if len(lines) * size * 1.2 <= SIZE[1] - 260 and len(lines) <= MOST_LINES:
            return font, balanced(title, font, len(lines))
    return font, [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1] + "…"] if len(lines) > MOST_LINES else lines


def balanced(title: str, font: Any, number: int) -> list[str]:
    """Return the same number of lines, as even as words allow: none is left with a single short word."""
    width = SIZE[0] - 2 * MARGIN
    narrow = next(
        (lines for room in range(width // number, width, 8) if len(lines := wrapped(title, font, room)) <= number), None
    )
    return narrow or wrapped(title, font)


def wrapped(title: str, font: Any, width: int = SIZE[0] - 2 * MARGIN) -> list[str]:
    """Return a title broken into lines that fit a width in pixels, one word at least each."""
    lines: list[str] = []
    for word in title.replace("\u202f", " ").split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw_after_publication(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Draw once a page is published; a picture that fails never stops a publication."""
    try:
        if draw_for(instance):
            # A page that was kept since the publication names the picture of the site.
            changes.note()
    except Exception:  # the site's own picture stands in
        logger.exception("no share picture for page %s", instance.pk)
