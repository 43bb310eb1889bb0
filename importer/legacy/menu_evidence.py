"""What each line of a page says for being part of a menu."""

import re
from dataclasses import dataclass

from importer.legacy.folding import fold
from importer.legacy.source_line import Line
from importer.legacy.words import pattern

BULLET = re.compile(r"^[-–—•·*▪◦►]\s+")
_LONE_BULLET = re.compile(r"^[-–—•·*▪◦|]{1,3}$")
_ENDS_SENTENCE = re.compile(r"[.!?…;:,»”]$")
_SEPARATOR = re.compile(r"\s+[>»›|/•·]\s+|\s*[>›|]\s*")
_LONGEST_LABEL = 80
_LONGEST_TEXT = 16  # lines of a hard-wrapped text in a menu
_SENTENCE_END = re.compile(r"[.!?…][»”\")]?$")
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
            if _is_glued(label, after):
                _mark_rest(lines, found, index + 1)
    return found


def _mark_rest(lines: list[Line], found: list[Evidence], start: int) -> None:
    """A text glued to its label may be hard-wrapped: it goes on to the next label said twice or lone bullet.

    What lies between must be lines of a paragraph; the last one ends a sentence.
    """
    if _SENTENCE_END.search(lines[start].text):
        return
    for index in range(start + 1, min(len(lines) - 1, start + _LONGEST_TEXT)):
        if lines[index].blank_before or _starts_menu(lines, index):
            return
        if _SENTENCE_END.search(lines[index].text) and _starts_menu(lines, index + 1):
            for rest in range(start + 1, index + 1):
                found[rest].weight = max(found[rest].weight, 0.1)
            return


def _starts_menu(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if _LONE_BULLET.match(text):
        return True
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return is_label(text) and (fold(after) == fold(text) or _is_glued(text, after))


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
    return (
        _is_menu_word(text) or bool(pattern("site", "boilerplate", r"^{}$").match(fold(text))) or is_unmistakable(text)
    )


def is_way_home(text: str) -> bool:
    """Say whether `text` is the first word of a menu, which no page starts with otherwise."""
    return bool(pattern("site", "first", r"^{}$").match(fold(BULLET.sub("", text))))


def is_unmistakable(text: str) -> bool:
    """Say whether `text` is what only the frame of a site says: a copyright line, « haut de page »."""
    return len(text) < 200 and bool(pattern("site", "unmistakable", r"^\W*{}\W*$").match(fold(text)))


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
