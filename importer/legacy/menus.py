"""Menus and other furniture of the old site, recognised from one page alone.

What proves a line: it is a bullet and nothing else; the same short label twice in a row; a label and then the label
glued to a text (`NewsLatest from ...`); a word that only menus say. Other short lines are menu only between those.
What is not proved is left in the page.
"""

import re

from importer.legacy.document import Fate
from importer.legacy.folding import fold
from importer.legacy.menu_evidence import Evidence, evidence_of, is_label, is_unmistakable, is_way_home
from importer.legacy.repeated_menus import repeated_menus
from importer.legacy.source_line import Line

_GAP = 2
_FAR = 80  # lines without proof after which a menu is over, so that a long list is read once
_NEEDED = 2.0
_TRAILING_BULLETS = 8
_TITLE_WORDS = 6


def furniture(lines: list[Line]) -> dict[int, Fate]:
    """Return the fate of the lines that are furniture, by their place in `lines`."""
    fates = {index: line.furniture for index, line in enumerate(lines) if line.furniture}
    for index in repeated_menus(lines):
        fates.setdefault(index, Fate.MENU)
    evidence = evidence_of(lines)
    for start, end in _runs(lines, evidence):
        for index in range(start, end):
            fates.setdefault(index, Fate.BOILERPLATE if evidence[index].is_boilerplate else Fate.MENU)
    if len(lines) > 2 and is_way_home(lines[0].text):
        fates.setdefault(0, Fate.MENU)
    for index, line in enumerate(lines):
        if is_unmistakable(line.text):
            fates.setdefault(index, Fate.BOILERPLATE)
    return fates


def _runs(lines: list[Line], evidence: list[Evidence]) -> list[tuple[int, int]]:
    runs, index = [], 0
    while index < len(lines):
        if not evidence[index].weight and not evidence[index].is_bullet:
            index += 1
            continue
        end = _end_of_run(lines, evidence, index)
        start, end = _without_title(lines, evidence, index, end)
        is_at_edge = start == 0 or end == len(lines)
        if _is_proved(evidence[start:end], is_at_edge):
            runs.append((start, end))
            index = end
        else:
            index = max(end, index + 1)
    return runs


def _end_of_run(lines: list[Line], evidence: list[Evidence], start: int) -> int:
    """Return where the run that starts at `start` ends: after its last proof and the bullets that go on from it."""
    end, index, gap = start, start, 0
    while index < len(lines) and gap <= _GAP and index - end <= _FAR:
        if evidence[index].weight:
            end, gap = index + 1, 0
        elif evidence[index].is_bullet:
            gap = 0
        elif is_label(lines[index].text) and len(lines[index].text) <= 45:
            gap += 1
        else:
            break
        index += 1
    bullets = 0
    while end + bullets < len(lines) and evidence[end + bullets].is_bullet:
        bullets += 1
    return end + bullets if bullets <= _TRAILING_BULLETS else end


def _without_title(lines: list[Line], evidence: list[Evidence], start: int, end: int) -> tuple[int, int]:
    """Leave out a pair at the end of a run that is the page's title, said twice, and not a label of the menu."""
    if end - start < 2 or end >= len(lines) or evidence[end - 1].is_bullet or not evidence[end - 1].is_echo:
        return start, end
    label, after = lines[end - 2].text, lines[end]
    in_prose = _content_words(label) & _content_words(after.text)
    is_long = len(label.split()) >= _TITLE_WORDS or len(label) > 45
    proofs = sum(each.weight for each in evidence[start : end - 2])
    if is_long or proofs < _NEEDED or (in_prose and len(after.text) > 60 and not evidence[end - 1].is_known):
        return start, end - 2
    return start, end


def _content_words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w{5,}", fold(text[:600]))}


def _is_proved(evidence: list[Evidence], is_at_edge: bool) -> bool:
    total = sum(each.weight for each in evidence)
    pairs: int = sum(each.is_echo for each in evidence)
    known = sum(each.is_known for each in evidence)
    is_menu = (
        pairs >= 2
        or known >= (2 if is_at_edge and known == len(evidence) else 3)
        or (pairs > 0 and known > 0)
        or any(each.is_trail for each in evidence)
    )
    return total >= _NEEDED and is_menu
