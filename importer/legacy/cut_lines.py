"""Lines cut at a number of characters, in the middle of words: whole again before anything else is read in them."""

from collections import Counter

from importer.legacy.source_line import Line

_LEAST = 8  # lines of the very same length, the longest there is: no wrap at spaces makes so many
_NARROWEST = 30


def cut_width(raw: list[str]) -> int:
    """Return at how many characters the lines `raw`, spaces at their ends included, were cut; 0 when they were not.

    Proof is that most of the lines have the same length, none a larger one, and words are cut in two.
    """
    lengths = Counter(len(line) for line in raw if line.strip())
    longest = max(lengths, default=0)
    if longest < _NARROWEST or lengths[longest] < max(_LEAST, 0.5 * lengths.total()):
        return 0
    pairs = [(one, two) for one, two in zip(raw, raw[1:], strict=False) if len(one) == longest and two]
    spaced = sum(one[-1].isspace() or two[0].isspace() for one, two in pairs)
    split = sum(one[-1].isalpha() and two[0].islower() for one, two in pairs)
    return longest if spaced and split > len(pairs) // 2 else 0


def uncut(lines: list[Line], raw: list[str]) -> list[Line]:
    """Return `lines` whole; `raw` holds each with the spaces at its ends. A cut line goes on in the next."""
    width = cut_width(raw)
    if not width:
        return lines
    whole: list[Line] = []
    parts: list[str] = []
    for number, (line, text) in enumerate(zip(lines, raw, strict=True)):
        if number and len(raw[number - 1]) == width and not line.blank_before:
            whole[-1].spans += line.spans
            parts[-1] += text
        else:
            whole.append(line)
            parts.append(text)
    for line, text in zip(whole, parts, strict=True):
        line.text = line.raw = text.strip()
    return whole
