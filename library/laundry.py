"""Draws uploaded pictures afresh: what comes out holds pixels and nothing else."""

import io
import warnings
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

# A phone of 2026 takes 50 megapixels; a bomb of a few kilobytes unfolds to thousands.
MAX_PIXELS = 64_000_000
LONGEST_SIDE = 4000
EXTENSIONS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",), "AVIF": ("avif",), "GIF": ("gif",)}
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 92, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92, "method": 4},
    "AVIF": {"quality": 85, "speed": 8},
    "GIF": {},
}

WRONG_KIND = _("This is not a picture we can use. Send a JPEG, PNG, WebP, AVIF or GIF file.")
WRONG_NAME = _("The file says it is %(said)s but it is %(found)s. Save it again in an image program and send that.")
TOO_MANY_PIXELS = _("This picture has more than %(max)d million pixels. Make it smaller and send it again.")
DAMAGED = _("This picture is damaged. Save it again in an image program and send that.")


def laundered(file: Any, name: str) -> ContentFile:
    """Return the picture of an open file drawn afresh, without metadata (GPS, EXIF, XMP), scripts or what hangs on it.

    Turned upright, in sRGB, its longest side at most 4,000 pixels; of an animation the first frame.
    Raises ValidationError, in words for an officer, for what is no picture, is damaged or unfolds too far.
    """
    image = _opened(file, name)
    try:
        picture = _in_srgb(ImageOps.exif_transpose(image))
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError) as error:
        raise ValidationError(DAMAGED, code="damaged") from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    kind = _kind(image)
    clean.save(out, kind, **OPTIONS[kind])
    result = ContentFile(out.getvalue(), name=name)
    result.is_laundered = True  # type: ignore[attr-defined]
    return result


def _opened(file: Any, name: str) -> Image.Image:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=tuple(EXTENSIONS))
    except Image.DecompressionBombError as error:
        raise ValidationError(TOO_MANY_PIXELS, "too_many_pixels", {"max": MAX_PIXELS // 10**6}) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ValidationError(WRONG_KIND, code="wrong_kind") from error
    if image.width * image.height > MAX_PIXELS:
        raise ValidationError(TOO_MANY_PIXELS, "too_many_pixels", {"max": MAX_PIXELS // 10**6})
    said = name.rsplit(".", 1)[-1].lower()
    if said not in EXTENSIONS[_kind(image)]:
        raise ValidationError(WRONG_NAME, "wrong_name", {"said": said, "found": _kind(image)})
    return image


def _kind(image: Image.Image) -> str:
    """Return the format; a telephone's file of several JPEG pictures (MPO) counts as JPEG."""
    return "JPEG" if image.format == "MPO" else image.format or ""


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the picture in RGB or RGBA with sRGB colours; a colour profile we cannot read is dropped."""
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    wanted = "RGBA" if has_alpha else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=wanted) or image
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return image.convert(wanted)
