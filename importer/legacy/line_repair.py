"""Damage that the characters of a line prove: scrambled letters, entities, controls, stray tags, broken mail links."""

import html
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from importer.legacy.document import Link, Repair
from importer.legacy.mojibake import unscramble
from importer.legacy.source_line import Line
from importer.legacy.words import languages

ADDRESS = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
_WORD = re.compile(r"[^ \t]+")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,12}\d?);")
_MAIL = re.compile(
    rf"""(?:<a\b[^<>]{{0,200}}?href\s*=\s*|<a\s+|\bhref\s*=\s*)?["'<(\[]?\s*mailto\s*:\s*(?P<a>{ADDRESS})(?:\?[^"'>\s]*)?"""
    rf"""(?:["'][^<>"']{{0,80}}>|["'>)\]]+)?(?:\s*(?P<b>{ADDRESS}))?(?:\s*</a\s*>)?""",
    re.I,
)
_SPACED_MAIL = re.compile(r"[A-Za-z0-9._%+-]{2,64}(?: @ ?|@ )[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,6}\b")
_SPELT_MAIL = re.compile(
    r"\b([A-Za-z0-9._%+-]{2,64})\s?[\[(](?:at|arobase|@)[\])]\s?([A-Za-z0-9.-]+\.[A-Za-z]{2,6})\b", re.I
)
_ANCHOR = re.compile(r"<a\b[^<>]*?href\s*=\s*[\"']?([^\"'<>\s]+)[\"']?[^<>]*>(.*?)</a\s*>", re.I)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|td|tr|table)\b[^<>]*>", re.I)
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|span|font|a|o:p)\b[^<>]*>", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]")
_C1 = re.compile(r"[\x80-\x9f]")
_HALF = re.compile(r"½(?=uvre|ur\b|urs\b)")
_OPENING, _CLOSING = re.compile(r"<<[ \u00a0]?(?=\S)"), re.compile(r"[ \u00a0]?>>(?=[\s.,;:!?)]|$)")
_FEW_GLUED = 5
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_GLUED = re.compile(r"(?<![\s«])\u00a0(?![\s»;:!?%€])(?!(?<=\d.)\d)")
_LOST_SPACE = re.compile(r"Â(?=\s|$)")
_LOST_A = re.compile(r"Ã {1,2}(?=\S)|Ã$")


def repair_line(line: Line, is_scrambled: bool, is_glued: bool = False) -> None:
    """Mend `line` in place and note each repair; `is_scrambled`: the page proves UTF-8 read as something else.

    `is_glued`: the page lost its ordinary spaces to those that may not break.
    """
    _by_word(line, unscramble)
    if is_scrambled:
        _note_sub(line, _LOST_A, "à ")
        _note_sub(line, _LOST_SPACE, "")
        line.text = line.text.rstrip()
    _by_word(line, _windows)
    _by_word(line, lambda word: _CONTROL.sub("", word))
    _by_word(line, _composed)
    if is_glued:
        _note_sub(line, _GLUED, " ")
    _entities(line)
    if not line.rows:
        _mail(line)
        _tags(line)
    _note_sub(line, _HALF, "œ")
    _note_sub(line, _lost_apostrophe(), "’")
    if "<<" in line.text or ">>" in line.text:
        _note_sub(line, _OPENING, "« ")
        _note_sub(line, _CLOSING, " »")
    if line.rows and line.repairs:
        line.rows = tuple(tuple(row.split(" | ")) for row in line.text.split("\n"))


def is_scrambled(lines: list[Line]) -> bool:
    """Say whether some line proves that the page's UTF-8 was read as something else."""
    return any(unscramble(line.text) != line.text for line in lines)


def is_glued(lines: list[Line]) -> bool:
    """Say whether the page has more spaces that may not break than others, which only hold numbers together."""
    glued = sum(line.text.count("\u00a0") for line in lines)
    return glued > _FEW_GLUED and glued > sum(line.text.count(" ") for line in lines)


def _windows(word: str) -> str:
    """C1 controls are never written: they are Windows-1252 read as Latin-1."""
    return _C1.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore"), word)


def _composed(word: str) -> str:
    """Letters that were taken apart: an accent after its letter, `ﬁ` as one character (Unicode U+FB00 to U+FB06)."""
    return unicodedata.normalize("NFC", _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), word))


def _by_word(line: Line, mend: Callable[[str], str]) -> None:
    def one(found: re.Match[str]) -> str:
        after = mend(found[0])
        if after != found[0]:
            line.repairs.append(Repair(found[0], after))
        return after

    if not (line.text.isascii() and line.text.isprintable()):
        line.text = _WORD.sub(one, line.text)


def _note_sub(line: Line, damage: re.Pattern[str], after: str) -> None:
    """Replace `damage` by `after`, noting the words round it."""
    for found in damage.finditer(line.text):
        start = max(line.text.rfind(" ", 0, found.start()) + 1, found.start() - 20)
        end = line.text.find(" ", found.end())
        end = min(len(line.text) if end < 0 else end, found.end() + 20)
        before = line.text[start:end]
        line.repairs.append(Repair(before, damage.sub(after, before)))
    line.text = damage.sub(after, line.text)


def _entities(line: Line) -> None:
    def one(found: re.Match[str]) -> str:
        after = found[0]
        for _ in range(3):
            after = html.unescape(after)
        if after != found[0]:
            line.repairs.append(Repair(found[0], after))
        return after

    for _ in range(3):
        if "&" not in line.text:
            return
        line.text = _ENTITY.sub(one, line.text)


def _mail(line: Line) -> None:
    if "@" in line.text and "mailto" in line.text.lower():
        line.text = _MAIL.sub(lambda found: _noted(line, found[0], _both(found["a"], found["b"])), line.text)
    line.text = _SPACED_MAIL.sub(lambda found: _noted(line, found[0], found[0].replace(" ", "")), line.text)
    line.text = _SPELT_MAIL.sub(lambda found: _noted(line, found[0], f"{found[1]}@{found[2]}"), line.text)


def _both(first: str, second: str | None) -> str:
    return first if not second or first.lower() == second.lower() else f"{second} ({first})"


def _tags(line: Line) -> None:
    """Take out what is left of tags in a plain text; the address of a link stays as a link."""
    if "<" not in line.text:
        return

    def anchor(found: re.Match[str]) -> str:
        line.links += (Link(found[2], html.unescape(found[1])),)
        return _noted(line, found[0], found[2])

    line.text = _ANCHOR.sub(anchor, line.text)
    line.text = _INLINE_TAG.sub(lambda found: _noted(line, found[0], ""), line.text)
    line.text = _BLOCK_TAG.sub(lambda found: _noted(line, found[0], " "), line.text)
    line.text = re.sub(" {2,}", " ", line.text).strip()


def _noted(line: Line, before: str, after: str) -> str:
    if before.strip() == after:
        return before
    line.repairs.append(Repair(before, after))
    return after


@cache
def _lost_apostrophe() -> re.Pattern[str]:
    """`l?OIM`, `d\\ufffdun`: between an elided word and a vowel only an apostrophe can have stood."""
    elided = (word for table in languages().values() for word in table["repairs"]["elisions"].split())
    behind = "|".join(rf"(?<=\b{word})" for word in elided)
    return re.compile(rf"(?i)(?:{behind})[?´`\ufffd](?=[aeiouyhàâéèêëîïôùûœ])")
