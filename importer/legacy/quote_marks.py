"""Where quotations stand in a paragraph: « », “ ”, „ “ and straight quotes, the outermost of each."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"[«»“”„\"]")
_CLOSES = {"«": "»", "“": "”", "„": "“”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between quotation marks, marks included, and the words inside."""

    start: int
    end: int
    inside: str


def marked(text: str) -> list[Marked]:
    """Return the stretches of `text` that stand between quotation marks; a mark that is never closed opens none."""
    found: list[Marked] = []
    opened, depth = -1, 0
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if opened < 0:
            if mark in "«“„" or (mark == '"' and _may_open(text, place)):
                opened, depth = place, 1
        elif mark == text[opened] and mark != '"':
            depth += 1
        elif mark in _CLOSES[text[opened]]:
            depth -= 1
            if not depth:
                inside = text[opened + 1 : place].strip(" \u00a0\u202f").rstrip(",")
                found.append(Marked(opened, place + 1, inside))
                opened = -1
    return found


def _may_open(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in " \u00a0\u202f([:’'—–-"
