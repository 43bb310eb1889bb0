"""Pictures drawn by the project itself, the same ones every time."""

import io
import math
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (1600, 900)
SKY, SEA, OCHRE, NIGHT, PAPER, WOOD = "#dfe6ee", "#0b3d91", "#e0a030", "#14233b", "#f7f3ea", "#b98a55"
Draw = ImageDraw.ImageDraw


def _ridge(draw: Draw, base: int, height: int, waves: float, shift: float, colour: str) -> None:
    width, bottom = SIZE
    points = [
        (x, base - height * (0.5 + 0.5 * math.sin(x / width * waves * math.tau + shift)))
        for x in range(0, width + 9, 8)
    ]
    draw.polygon([(0, bottom), *points, (width, bottom)], fill=colour)


def morning_hills(draw: Draw) -> None:
    """Draw hills under a low sun."""
    draw.ellipse((1180, 140, 1360, 320), fill=PAPER)
    for base, height, waves, shift, colour in (
        (620, 220, 1.3, 0.4, "#8fa9c9"),
        (700, 180, 1.7, 2.0, "#3f69a8"),
        (790, 150, 1.1, 4.0, SEA),
        (880, 130, 1.5, 1.0, OCHRE),
    ):
        _ridge(draw, base, height, waves, shift, colour)


def lit_hall(draw: Draw) -> None:
    """Draw lit windows at night."""
    draw.rectangle((0, 0, *SIZE), fill=NIGHT)
    for column in range(9):
        for row in range(3):
            lit = (column * 7 + row * 5) % 4 != 0
            x, y = 130 + column * 152, 210 + row * 190
            draw.rectangle((x, y, x + 92, y + 130), fill=OCHRE if lit else "#24395c")
    draw.rectangle((0, 800, SIZE[0], SIZE[1]), fill="#0c1626")


def round_table(draw: Draw) -> None:
    """Draw a round table from above with twelve seats."""
    draw.rectangle((0, 0, *SIZE), fill=PAPER)
    draw.ellipse((500, 150, 1100, 750), fill=SEA)
    draw.ellipse((560, 210, 1040, 690), fill="#214f9f")
    for seat in range(12):
        angle = seat / 12 * math.tau
        x, y = 800 + 370 * math.cos(angle), 450 + 370 * math.sin(angle)
        draw.ellipse((x - 44, y - 44, x + 44, y + 44), fill=OCHRE if seat % 3 else NIGHT)


def harbour(draw: Draw) -> None:
    """Draw a quay, the sea and three boats."""
    draw.rectangle((0, 430, SIZE[0], SIZE[1]), fill=SEA)
    for row in range(6):
        draw.line((0, 500 + row * 60, SIZE[0], 490 + row * 62), fill="#2f5cab", width=6)
    for x, y in ((260, 520), (720, 470), (1160, 560)):
        draw.polygon([(x, y), (x + 250, y), (x + 200, y + 70), (x + 50, y + 70)], fill=PAPER)
        draw.polygon([(x + 120, y - 190), (x + 120, y - 10), (x + 230, y - 10)], fill=OCHRE)
    draw.rectangle((0, 800, SIZE[0], SIZE[1]), fill=NIGHT)


def seven_lines(draw: Draw) -> None:
    """Draw seven lines of different heights."""
    draw.rectangle((0, 0, *SIZE), fill=PAPER)
    for index, height in enumerate((420, 300, 360, 560, 620, 390, 330)):
        x = 190 + index * 190
        draw.rectangle((x, 780 - height, x + 80, 780), fill=SEA if index % 2 else OCHRE)
    draw.line((120, 780, 1480, 780), fill=NIGHT, width=8)


def open_door(draw: Draw) -> None:
    """Draw a door open onto a bright street."""
    draw.rectangle((0, 0, *SIZE), fill="#22406f")
    draw.rectangle((560, 120, 1040, 900), fill=PAPER)
    draw.polygon([(560, 120), (330, 210), (330, 900), (560, 900)], fill=OCHRE)
    draw.polygon([(560, 900), (1040, 900), (1300, 900), (1040, 760), (560, 760)], fill="#e9dfc8")
    draw.ellipse((500, 520, 526, 546), fill=NIGHT)


def workshop(draw: Draw) -> None:
    """Draw a workbench, a plane and shavings."""
    draw.rectangle((0, 0, *SIZE), fill=SKY)
    draw.rectangle((140, 560, 1460, 650), fill=WOOD)
    for x in (240, 1290):
        draw.rectangle((x, 650, x + 70, 900), fill="#8d6740")
    draw.rectangle((560, 470, 980, 560), fill=SEA)
    draw.ellipse((860, 390, 960, 490), fill=NIGHT)
    for index in range(6):
        x = 1020 + index * 62
        draw.arc((x, 490, x + 70, 560), 0, 300, fill=OCHRE, width=10)


DRAWINGS: dict[str, Callable[[Draw], None]] = {
    "morning-hills": morning_hills,
    "lit-hall": lit_hall,
    "round-table": round_table,
    "harbour": harbour,
    "seven-lines": seven_lines,
    "open-door": open_door,
    "workshop": workshop,
}


def jpeg(name: str) -> bytes:
    """Return the drawing of that name as a JPEG of 1600 by 900 pixels; KeyError for an unknown name."""
    picture = Image.new("RGB", SIZE, SKY)
    DRAWINGS[name](ImageDraw.Draw(picture))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()
