"""What each line of a page says for being part of a menu."""

import re
from dataclasses import dataclass

from importer.legacy.folding import fold
from importer.legacy.source_line import Line
from importer.legacy.words import pattern

BULLET = re.compile(r"^[-–—•·*▪◦►»›]\s+")
_LONE_BULLET = re.compile(r"^[-–—•·*▪◦|]{1,3}$")
_ENDS_SENTENCE = re.compile(r"[.!?…;:,»”]$")
_SEPARATOR = re.compile(r"\s+[>»›|/•·]\s+|\s*[>›|]\s*")
_LONGEST_LABEL = 80
_NUMBER = re.compile(r"(?:\d[\s.()-]{0,2}){8}")


@dataclass(slots=True)
class Evidence:
    """What speaks for one line being menu: `weight` is how much it proves."""

    weight: float = 0.0
    is_bullet: bool = False
    is_echo: bool = False
    is_known: bool = False
    is_trail: bool = False
    is_boilerplate: bool = False


def is_label(text: str) -> bool:
    """Say whether `text` has the form of a label: short, no sentence, at least one letter."""
    if "@" in text or _NUMBER.search(text):
        return False
    return len(text) <= _LONGEST_LABEL and not _ENDS_SENTENCE.search(text) and any(char.isalpha() for char in text)


def evidence_of(lines: list[Line]) -> list[Evidence]:
    """Return the evidence of every line, in order."""
    found = [_alone(line.text, line.tag) for line in lines]
    for index in range(len(lines) - 1):
        label, after = lines[index].text, lines[index + 1].text
        if not is_label(label) or BULLET.match(label):
            continue
        if fold(after) == fold(label) or _is_glued(label, after):
            found[index].weight = max(found[index].weight, 0.5)
            found[index + 1].weight = max(found[index + 1].weight, 0.5)
            found[index + 1].is_echo = True
    return found


def _alone(text: str, tag: str) -> Evidence:
    bare = BULLET.sub("", text)
    evidence = Evidence(is_bullet=(bare != text or tag == "li") and is_label(bare) and len(bare) <= 90)
    if _LONE_BULLET.match(text):
        evidence.weight = 0.5
        return evidence
    if len(text) > 2 * _LONGEST_LABEL:
        return evidence
    if is_known(bare):
        evidence.weight, evidence.is_known = 1.0, True
        evidence.is_boilerplate = not _is_menu_word(bare)
    elif _is_trail(bare):
        evidence.weight, evidence.is_known, evidence.is_trail = 2.0, True, True
    return evidence


def _is_menu_word(text: str) -> bool:
    return bool(pattern("site", "menu", r"^{}$").match(fold(text)))


def is_known(text: str) -> bool:
    """Say whether `text` is, whole, what menus and share bars say."""
    return _is_menu_word(text) or bool(pattern("site", "boilerplate", r"^{}$").match(fold(text)))


def _is_trail(text: str) -> bool:
    """`Accueil > Actualités > 2016`, `Home | About us | Contact`."""
    parts = [part for part in _SEPARATOR.split(text) if part]
    if len(parts) < 2 or any(len(part) > _LONGEST_LABEL for part in parts):
        return False
    known = sum(is_known(part) for part in parts)
    return known >= 2 or (known >= 1 and len(parts) == 2 and _is_menu_word(parts[0]) and ">" in text)


def _is_glued(label: str, text: str) -> bool:
    if len(text) <= len(label) or len(label) < 2 or fold(text[: len(label)]) != fold(label):
        return False
    return text[len(label)].isupper() or text[len(label)] in '«“"'
