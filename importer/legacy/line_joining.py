"""Hard-wrapped lines back to paragraphs: where one line goes on in the next, and where it does not."""

import re
from dataclasses import dataclass

from importer.legacy.datelines import dateline_of
from importer.legacy.document import Repair
from importer.legacy.folding import fold
from importer.legacy.menu_evidence import BULLET
from importer.legacy.source_line import SAME_PARAGRAPH, Line
from importer.legacy.words import alternatives, listed

_TERMINAL = re.compile(r"[.!?…][\s\u00a0]*[»”\")\]]*$|[»”][\s\u00a0]*[.!?…]?$|:$")
_STARTS_SENTENCE = re.compile(r"[\W_]*(?:[^\W\d_a-zà-öø-ÿœ]|\d)|[«“\"‘\[]")
NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-z]\)|\(?[ivx]{1,4}\))\s+\S")
_FIRST_WORD = re.compile(r"[\w’'-]+")
_WIDEST = 130
_LONG = 200  # characters: lines as long as this are paragraphs, though one element holds them


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a page was wrapped: not at all, or at `width` characters, every line filled (`is_exact`) or not."""

    is_wrapped: bool
    width: int = 0
    is_exact: bool = False


def is_item(line: Line) -> bool:
    """Say whether `line` starts an item of a list."""
    return line.tag == "li" or bool(BULLET.match(line.text) or NUMBERED.match(line.text))


def is_open(text: str) -> bool:
    """Say whether `text` ends without ending a sentence."""
    return not _TERMINAL.search(text) or _ends_in_abbreviation(text)


def starts_low(text: str) -> bool:
    """Say whether `text` goes on in the middle of a sentence."""
    return not _STARTS_SENTENCE.match(text) and not BULLET.match(text)


def wrap_of(lines: list[Line]) -> Wrap:
    """Work out from the lines that certainly go on in the next how the page was wrapped."""
    pairs = [
        (len(first.text), len(second.text.split(None, 1)[0]))
        for first, second in zip(lines, lines[1:], strict=False)
        if not second.blank_before and is_open(first.text) and starts_low(second.text) and len(first.text) <= _WIDEST
    ]
    longest = max((len(line.text) for line in lines), default=0)
    if len(pairs) < 2 and not (pairs and longest <= _WIDEST):
        return Wrap(False)
    width = max(length for length, _ in pairs)
    full = sum(length + 1 + word > width for length, word in pairs)
    return Wrap(True, width, full >= 0.85 * len(pairs))


def paragraphs(lines: list[Line], wrap: Wrap) -> list[list[Line]]:
    """Return `lines` of a page wrapped like `wrap` in groups, each one paragraph, heading or item."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _breaks(groups, line, wrap):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _breaks(groups: list[list[Line]], line: Line, wrap: Wrap) -> bool:
    """Say whether `line` starts something new after the last of `groups`."""
    before = groups[-1][-1]
    if _is_own_block(before, line):
        return True
    goes_on = starts_low(line.text) and _may_go_on(before.text, wrap)
    if line.blank_before:
        return not (goes_on and _must_go_on(before.text) and not line.tag)
    if is_item(groups[-1][0]):
        return not goes_on
    if is_open(before.text) and _is_by_itself(before, line):
        return True
    if goes_on or _must_go_on(before.text) or _is_one_paragraph(before, line):
        return False
    if not wrap.is_wrapped or len(before.text) > wrap.width + 20:
        return True
    is_full = len(before.text) + 1 + len(line.text.split(None, 1)[0]) > wrap.width
    if not is_open(before.text):
        return not (wrap.is_exact and is_full)
    return _is_heading_end(groups, line, wrap, is_full)


def _is_one_paragraph(before: Line, line: Line) -> bool:
    """Say whether the end of `before` ends no paragraph: an abbreviation, or a line break inside one in HTML."""
    if line.tag == SAME_PARAGRAPH and not is_open(before.text) and len(before.text) < _LONG:
        return True
    return _ends_in_abbreviation(before.text)


def _is_own_block(before: Line, line: Line) -> bool:
    """Say whether `line` is a block of its own whatever it says."""
    return line.tag not in ("", "br", SAME_PARAGRAPH) or bool(before.rows) or before.tag == "img" or is_item(line)


def _is_by_itself(before: Line, line: Line) -> bool:
    """Say whether a dateline stands between: it starts `line`, or is all there is in the one before."""
    found = dateline_of(before.text) if len(before.text) < _WIDEST else None
    starts = dateline_of(line.text[:_WIDEST])
    return bool(found and found.is_whole) or bool(starts and starts.length)


def _is_heading_end(groups: list[list[Line]], line: Line, wrap: Wrap, is_full: bool) -> bool:
    """A line that ends no sentence before one that starts with a capital: a heading, or a name at the wrap."""
    is_first = len(groups[-1]) == 1
    word, apostrophe, _rest = fold(_first_word(line.text)).partition("'")
    if word + apostrophe in listed("sentence_starts"):
        return is_first or not is_full
    if wrap.is_exact:
        return not is_full
    return is_first and len(groups) == 1


def _first_word(text: str) -> str:
    found = _FIRST_WORD.search(text)
    return found[0] if found else text[:1]


def _may_go_on(text: str, wrap: Wrap) -> bool:
    """Say whether a sentence may go on after `text` with a small letter."""
    if text.endswith((";", ".", "!", "?", ":")):
        return wrap.is_wrapped and not text.endswith(";")
    return True


def _must_go_on(text: str) -> bool:
    """Say whether `text` cannot be the end of anything: it stops at a comma, a hyphen or a word such as « de »."""
    last = fold(text.rsplit(None, 1)[-1]) if text.strip() else ""
    return text.endswith((",", "(", "«", "“")) or last in listed("line_cannot_end") or bool(re.search(r"\w-$", text))


def _ends_in_abbreviation(text: str) -> bool:
    return bool(re.search(rf"(?:^|\W){alternatives('quotes', 'honorifics')}\.$", fold(text[-24:])))


def joined(group: list[Line], words: frozenset[str]) -> tuple[str, list[Repair]]:
    """Return the text of a group of lines; a word cut at the wrap is made whole where `words` of the page prove it."""
    text, repairs = group[0].text, []
    for line in group[1:]:
        cut = re.search(r"(\w+)-$", text)
        rest = re.match(r"\w+", line.text)
        if cut and rest:
            whole = cut[1] + rest[0]
            if fold(whole) in words and fold(f"{cut[1]}-{rest[0]}") not in words:
                repairs.append(Repair(f"{cut[1]}- {rest[0]}", whole))
                text = text[:-1]
            text += line.text
        else:
            text += " " + line.text
    return text, repairs
