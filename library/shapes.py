"""The sizes and formats that pictures are kept in for readers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image
from wagtail.images.models import Filter


@dataclass(frozen=True)
class Shape:
    """A way to show a picture: whole (ratio None) or cut to a ratio round its focal point, in some widths (pixels)."""

    name: str
    widths: tuple[int, ...]
    ratio: tuple[int, int] | None = None

    def spec(self, width: int, extension: str) -> str:
        """Return Wagtail's name for one size and format."""
        if self.ratio is None:
            return f"width-{width}|format-{extension}"
        return f"fill-{width}x{round(width * self.ratio[1] / self.ratio[0])}|format-{extension}"


WHOLE = Shape("whole", (400, 800, 1200, 1600))
ROW = Shape("row", (240, 480, 720), (3, 2))
SHAPES = {shape.name: shape for shape in (WHOLE, ROW)}
# Fallback last: one width is enough for the few browsers that read neither AVIF nor WebP.
MODERN = ("avif", "webp")
FALLBACK_WIDTH = {"whole": 800, "row": 480}
OPAQUE = 255
MIME = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True)
class Variant:
    """One file to be made of a picture."""

    shape: Shape
    width: int
    extension: str

    @property
    def spec(self) -> str:
        """Wagtail's name for it."""
        return self.shape.spec(self.width, self.extension)

    @property
    def geometry(self) -> Filter:
        """What Wagtail would do to the picture, without the format."""
        return Filter(self.spec.split("|")[0])


# Every name we may find on a rendition, so that looking one up needs no parsing.
BY_SPEC = {
    variant.spec: variant
    for shape in SHAPES.values()
    for width in shape.widths
    for extension in MIME
    for variant in (Variant(shape, width, extension),)
}


def variants(width: int, fallback: str) -> Iterator[Variant]:
    """Yield the files wanted of a picture of some width: no size that would only repeat a smaller one."""
    for shape in SHAPES.values():
        smaller = [step for step in shape.widths if step < width]
        steps = shape.widths[: len(smaller) + 1]
        for step in steps:
            for extension in MODERN:
                yield Variant(shape, step, extension)
        wanted = FALLBACK_WIDTH[shape.name]
        yield Variant(shape, wanted if wanted in steps else steps[-1], fallback)


def fallback_for(image: Image.Image) -> str:
    """Return the format that every browser reads: PNG where the picture is transparent, else JPEG."""
    if image.mode != "RGBA":
        return "jpeg"
    lowest: Any = image.getchannel("A").getextrema()[0]
    return "png" if lowest < OPAQUE else "jpeg"
