"""Damage that only the words of a whole paragraph prove: a lost œ, punctuation with a space before it."""

import re
from functools import cache, partial

from importer.legacy.document import Repair
from importer.legacy.words import languages

_SPACED = re.compile(r"(?P<word>[\w»”\")%\]’]{1,40})[ \u00a0\u202f]+(?P<mark>[.,])(?=\s|$)(?!\s?\.)")
_OPENING = re.compile(r"\([ \u00a0\u202f]+(?=\S)")
_CLOSING = re.compile(r"(?P<word>[\w.!?»”’]{1,40})[ \u00a0\u202f]+\)")


@cache
def _lost(language: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    """Return patterns and replacements for the letter œ that old pages of `language` lost."""
    table = languages()[language]["repairs"]
    whole = dict(pair.split(":") for pair in table["lost_oe"].split())
    shapes = []
    if whole:
        shapes.append((re.compile(rf"(?<![\w?&])(?:{'|'.join(whole)})(?!\w)", re.I), whole))
    for rule in table["lost_oe_after"]:
        behind = "|".join(rf"(?<=\b{word} )" for word in rule["after"].split())
        shapes.append((re.compile(rf"(?:{behind}){rule['from']}(?!\w)", re.I), {rule["from"]: rule["to"]}))
    return tuple(shapes)


def repair_text(text: str, language: str) -> tuple[str, list[Repair]]:
    """Return `text` of a paragraph in `language` ("" if unsure) mended, and each repair."""
    repairs: list[Repair] = []
    for shape, words in _lost(language) if language else ():
        text = shape.sub(partial(_spelt, repairs, words), text)
    text = _SPACED.sub(lambda found: _noted(repairs, found[0], found["word"] + found["mark"]), text)
    text = _OPENING.sub(lambda found: _noted(repairs, found[0], "("), text)
    text = _CLOSING.sub(lambda found: _noted(repairs, found[0], found["word"] + ")"), text)
    if language and (elided := languages()[language]["repairs"]["elisions"]):
        text = _elision(elided).sub(lambda found: _noted(repairs, found[0], found[1] + found[2]), text)
    return text, repairs


@cache
def _elision(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<![\w’'])((?:{'|'.join(words.split())})[’'])[ \u00a0]+(\w)")


def _spelt(repairs: list[Repair], words: dict[str, str], found: re.Match[str]) -> str:
    return _noted(repairs, found[0], _same_case(found[0], words))


def _same_case(found: str, words: dict[str, str]) -> str:
    mended = words[found.lower()]
    if found.isupper() and len(found) > 3:
        return mended.upper()
    if found.isupper():
        return found
    return mended[:1].upper() + mended[1:] if found[:1].isupper() else mended


def _noted(repairs: list[Repair], before: str, after: str) -> str:
    if before != after:
        repairs.append(Repair(before, after))
    return after
