"""Lines cut at a number of characters, in the middle of words: whole again before anything else is read in them."""

from importer.legacy.source_line import Line

_LEAST, _MANY = 4, 10  # lines of the very same length that go on in the next
_MOST_OF = 0.9
_NARROWEST = 30


def cut_width(raw: list[str]) -> int:
    """Return at how many characters the lines `raw`, spaces at their ends included, were cut; 0 when they were not.

    Proof is that no line is longer than those that go on in the next and all of these have the same length, which no
    wrap at spaces makes; where they are few, some also have a space at the cut.
    """
    pairs = [(one, two) for one, two in zip(raw, raw[1:], strict=False) if one and two]
    going_on = [len(one) for one, two in pairs if one[-1].isalpha() and two[0].islower()]
    width = max(map(len, raw), default=0)
    exact = going_on.count(width)
    if width < _NARROWEST or exact < _LEAST or exact < _MOST_OF * len(going_on):
        return 0
    spaced = any(len(one) == width and (one[-1].isspace() or two[0].isspace()) for one, two in pairs)
    return width if spaced or exact >= _MANY else 0


def _is_end(before: str, text: str) -> bool:
    """A sentence that ends at the cut leaves its space to the next line; without one the paragraph ends too."""
    return before[-1] in ".!?…»”])" and not text[0].isspace() and not text[0].islower()


def uncut(lines: list[Line], raw: list[str]) -> list[Line]:
    """Return `lines` whole; `raw` holds each with the spaces at its ends. A cut line goes on in the next."""
    width = cut_width(raw)
    if not width:
        return lines
    whole: list[Line] = []
    parts: list[str] = []
    for number, (line, text) in enumerate(zip(lines, raw, strict=True)):
        before = raw[number - 1] if number else ""
        if len(before) == width and not line.blank_before and not _is_end(before, text):
            whole[-1].spans += line.spans
            parts[-1] += text
        else:
            whole.append(line)
            parts.append(text)
    for line, text in zip(whole, parts, strict=True):
        line.text = line.raw = text.strip()
    return whole
