"""Hard-wrapped lines back to paragraphs: where one line goes on in the next, and where it does not."""

import re

from importer.legacy.datelines import dateline_of
from importer.legacy.document import Repair
from importer.legacy.folding import fold
from importer.legacy.full_lines import changes_case, ends_at_full_line, is_capitalised, is_dash_at_wrap, is_title_end
from importer.legacy.line_ends import ends_in_abbreviation, is_open, must_go_on, opens_sentence, starts_low
from importer.legacy.menu_evidence import BULLET
from importer.legacy.source_line import SAME_PARAGRAPH, Line
from importer.legacy.wrapping import Wrap

NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.)]|[a-z]\)|\(?[ivx]{1,4}\))\s+\S")
_LONG = 200  # characters: lines as long as this are paragraphs, though one element holds them
_DATE = 130  # characters in which a dateline stands


def is_item(line: Line) -> bool:
    """Say whether `line` starts an item of a list."""
    return line.tag == "li" or bool(BULLET.match(line.text) or NUMBERED.match(line.text))


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
    if is_dash_at_wrap(groups[-1], line, wrap, is_item(groups[-1][0])):
        return False
    if _is_own_block(before, line):
        return True
    goes_on = starts_low(line.text) and _may_go_on(before.text, wrap)
    if line.blank_before:
        return not (goes_on and must_go_on(before.text) and not line.tag)
    if is_item(groups[-1][0]):
        return not goes_on
    if is_open(before.text) and not goes_on and not must_go_on(before.text) and _is_by_itself(groups[-1], line, wrap):
        return True
    if goes_on or must_go_on(before.text) or _is_one_paragraph(before, line):
        return False
    return _breaks_by_width(groups, line, wrap)


def _breaks_by_width(groups: list[list[Line]], line: Line, wrap: Wrap) -> bool:
    """Decide by the room that the line before left, where its words and those of `line` allow both."""
    before = groups[-1][-1]
    if not wrap.is_wrapped or len(before.text) > wrap.width + 20:
        return True
    is_full = wrap.is_full(before.text, line.text)
    if not is_open(before.text):
        return not (wrap.is_exact and is_full) or ends_at_full_line(groups[-1], line, wrap)
    return _is_heading_end(groups, line, wrap, is_full)


def _is_one_paragraph(before: Line, line: Line) -> bool:
    """Say whether the end of `before` ends no paragraph: an abbreviation, or a line break inside one in HTML."""
    if line.tag == SAME_PARAGRAPH and not is_open(before.text) and len(before.text) < _LONG:
        return True
    return ends_in_abbreviation(before.text)


def _is_own_block(before: Line, line: Line) -> bool:
    """Say whether `line` is a block of its own whatever it says."""
    return line.tag not in ("", "br", SAME_PARAGRAPH) or bool(before.rows) or before.tag == "img" or is_item(line)


def _is_by_itself(group: list[Line], line: Line, wrap: Wrap) -> bool:
    """Say whether a dateline stands between: it starts `line`, or is all there is in the one before."""
    before = group[-1]
    if len(group) == 1 and len(before.text) < _DATE:
        found = dateline_of(before.text)
        if found and found.is_whole:
            return True
    starts = dateline_of(line.text[:_DATE])
    is_middle = wrap.is_exact and len(group) > 4 and wrap.is_full(before.text, line.text)
    return bool(starts and starts.length) and not is_middle


def _is_heading_end(groups: list[list[Line]], line: Line, wrap: Wrap, is_full: bool) -> bool:
    """A line that ends no sentence before one that starts with a capital: a heading, or a name at the wrap."""
    is_first = len(groups[-1]) == 1
    if changes_case(groups[-1][-1].text, line.text):
        return True
    if len(groups) == 1 and is_title_end(groups[0], line) and is_capitalised(_text(groups[0])) and not is_first:
        return True
    if opens_sentence(line.text):
        return is_first or not is_full or (len(groups) == 1 and is_title_end(groups[0], line))
    if wrap.is_exact:
        return not is_full
    return is_first and len(groups) == 1


def _text(group: list[Line]) -> str:
    return " ".join(line.text for line in group)


def _may_go_on(text: str, wrap: Wrap) -> bool:
    """Say whether a sentence may go on after `text` with a small letter."""
    if text.endswith((";", ".", "!", "?", ":")):
        return wrap.is_wrapped and not text.endswith(";")
    return True


def joined(group: list[Line], words: frozenset[str]) -> tuple[str, list[Repair]]:
    """Return the text of a group of lines; a word cut at the wrap is made whole where `words` of the page prove it."""
    parts, repairs = [group[0].text], list[Repair]()
    for line in group[1:]:
        cut = re.search(r"(\w{1,40})-$", parts[-1][-42:])
        rest = re.match(r"\w+", line.text)
        if cut and rest:
            whole = cut[1] + rest[0]
            if fold(whole) in words and fold(f"{cut[1]}-{rest[0]}") not in words:
                repairs.append(Repair(f"{cut[1]}- {rest[0]}", whole))
                parts[-1] = parts[-1][:-1]
        elif parts[-1]:
            parts.append(" ")
        parts.append(line.text)
    return "".join(parts), repairs
