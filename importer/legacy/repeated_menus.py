"""Menus that stand before and after the text: the same short lines in the same order, with prose between."""

from importer.legacy.folding import fold
from importer.legacy.menu_evidence import is_label
from importer.legacy.source_line import Line

_SHORTEST = 3
_PROSE = 120


def repeated_menus(lines: list[Line]) -> set[int]:
    """Return the places of lines in a block of three or more labels that stands both before and after prose."""
    folded = [fold(line.text) if is_label(line.text) and not line.rows else "" for line in lines]
    later: dict[str, int] = {}
    following = [-1] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        if folded[index]:
            following[index] = later.get(folded[index], -1)
            later[folded[index]] = index
    found: set[int] = set()
    index = 0
    while index < len(lines):
        length = _common(folded, index, following[index]) if following[index] > index + 1 else 0
        if length >= _SHORTEST and _has_prose(lines[index + length : following[index]]):
            found.update(range(index, index + length), range(following[index], following[index] + length))
        index += max(length, 1)
    return found


def _common(folded: list[str], first: int, second: int) -> int:
    length = 0
    while (
        first + length < second
        and second + length < len(folded)
        and folded[first + length]
        and folded[first + length] == folded[second + length]
    ):
        length += 1
    return length


def _has_prose(lines: list[Line]) -> bool:
    return any(len(line.text) >= _PROSE for line in lines) or sum(len(line.text) for line in lines) >= 3 * _PROSE
