"""French typography: narrow no-break spaces where officers type none, or ordinary ones."""

import re

NARROW = "\u202f"
SPACES = " \u00a0\u2009\u202f"
TAGS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
REFERENCES = re.compile(r"(&#?\w+;)")
NO_BREAK_REFERENCE = re.compile(r"&(?:nbsp|#160|#xa0|#8239|#x202f);", re.IGNORECASE)
# A mark counts only at the end of a word: not in addresses and times.
HIGH_MARK = re.compile(rf"(?<=[^\s?!:;(\[«])[{SPACES}]*(?=[;!?](?!\w)|:(?=\s|$))")
OPENING = re.compile(rf"«[{SPACES}]*(?=\S)")
CLOSING = re.compile(rf"(?<=\S)[{SPACES}]*»")
THOUSANDS = re.compile(rf"(?<![\d{NARROW}.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?!\d)")
UNIT = re.compile(rf"(?<=\d)[{SPACES}]*(?=[%‰€$])")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:'|&#39;|&#x27;)(?=[^\W\d_])")


def spaced(text: str, before: str = "") -> str:
    """Return plain text with its punctuation set apart; `before` is the character that stands in front of it.

    Setting it twice changes nothing (Imprimerie nationale, Lexique des règles typographiques, « Espacements »).
    """
    text = before + text
    text = OPENING.sub("«" + NARROW, text)
    text = CLOSING.sub(NARROW + "»", text)
    text = HIGH_MARK.sub(NARROW, text)
    text = THOUSANDS.sub(lambda found: re.sub(rf"[{SPACES}]", NARROW, found[0]), text)
    text = UNIT.sub(NARROW, text)
    return APOSTROPHE.sub("\u2019", text)[len(before) :]


def spaced_html(html: str) -> str:
    """Return escaped HTML with the same done to its texts; tags stay as they are."""
    parts = TAGS.split(html)
    before = ""
    for index in range(0, len(parts), 2):
        parts[index], before = _spaced_text(parts[index], before)
    return "".join(parts)


def _spaced_text(text: str, before: str) -> tuple[str, str]:
    """Return a text between tags, set apart, and its last character; character references are letters to it."""
    text = APOSTROPHE.sub("\u2019", NO_BREAK_REFERENCE.sub("\u00a0", text))
    parts = REFERENCES.split(text)
    for index, part in enumerate(parts):
        if index % 2:
            before = "x"
        else:
            parts[index] = spaced(part, before)
            before = parts[index][-1:] or before
    return "".join(parts), before
