"""Typography: narrow no-break spaces where officers type none, or ordinary ones; numbers hold together."""

import re

NARROW = "\u202f"
LEFT_TO_RIGHT, ISOLATE_ENDS = "\u2066", "\u2069"
SPACES = " \u00a0\u2009\u202f"
TAGS = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
REFERENCES = re.compile(r"(&#?\w+;)")
NO_BREAK_REFERENCE = re.compile(r"&(?:nbsp|#160|#xa0|#8239|#x202f);", re.IGNORECASE)
# A mark counts only at the end of a word: not in addresses and times.
HIGH_MARK = re.compile(rf"(?<=[^\s?!:;(\[«])[{SPACES}]*(?=[;!?](?!\w)|:(?=\s|$))")
OPENING = re.compile(rf"«[{SPACES}]*(?=\S)")
CLOSING = re.compile(rf"(?<=\S)[{SPACES}]*»")
THOUSANDS = re.compile(rf"(?<![\d{NARROW}.,])\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![{SPACES}]?\d)")
# Two groups of figures or more behind a plus sign or a nought.
TELEPHONE = re.compile(
    rf"(?<![\w{LEFT_TO_RIGHT}{NARROW}])(?:\+\d{{1,3}}|0\d{{1,3}})(?:[{SPACES}.-]\d{{2,4}}){{2,}}(?![\w])"
)
VOWEL_AFTER_DE = re.compile(r"\bde (?=[aàâeéèêiîoôuœy])")
UNIT = re.compile(rf"(?<=\d)[{SPACES}]*(?=[%‰€$])")
# Typed with the key for both ends: it opens before a word and closes behind one.
STRAIGHT = re.compile(r'"|&quot;|&#34;')
QUOTED = re.compile(r"""(?<![\w»])(?:"|&quot;|&#34;)(?=[^\s"&])([^"&]*[^\s"&])(?:"|&quot;|&#34;)(?!\w)""")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:'|&#39;|&#x27;)(?=[^\W\d_])")


def elided(text: str) -> str:
    """Return a French text whose "de" gives up its vowel before another: "d’avril", "d’août"."""
    return VOWEL_AFTER_DE.sub("d\u2019", text)


def spaced(text: str, before: str = "") -> str:
    """Return plain text with its punctuation set apart; `before` is the character that stands in front of it.

    Setting it twice changes nothing (Imprimerie nationale, Lexique des règles typographiques, « Espacements »).
    """
    text = _guillemets(before + text)
    text = OPENING.sub("«" + NARROW, text)
    text = CLOSING.sub(NARROW + "»", text)
    text = HIGH_MARK.sub(NARROW, text)
    text = _grouped(text)
    text = UNIT.sub(NARROW, text)
    return APOSTROPHE.sub("\u2019", text)[len(before) :]


def _guillemets(text: str) -> str:
    """Return a text whose straight quotation marks, where all are in pairs round words, are « » instead."""
    if not STRAIGHT.search(text) or "«" in text or "»" in text:
        return text
    changed = QUOTED.sub(rf"«{NARROW}\1{NARROW}»", text)
    return text if STRAIGHT.search(changed) else changed


def _grouped(text: str) -> str:
    """Return a text whose numbers hold together: of two parts right to left would show the second first.

    The narrow no-break space is a common separator, an ordinary one is not (Unicode Annex 9, rule W4).
    """
    return THOUSANDS.sub(lambda found: re.sub(rf"[{SPACES}]", NARROW, found[0]), text)


def joined_html(html: str, direction: str = "ltr") -> str:
    """Return escaped HTML with the numbers of its texts held together; right to left, telephone numbers too."""
    if not any(letter.isdigit() for letter in html):
        return html
    parts = TAGS.split(html)
    for index in range(0, len(parts), 2):
        text = NO_BREAK_REFERENCE.sub("\u00a0", parts[index])
        if direction == "rtl":
            text = TELEPHONE.sub(lambda found: f"{LEFT_TO_RIGHT}{found[0]}{ISOLATE_ENDS}", text)
        parts[index] = _grouped(text)
    return "".join(parts)


def spaced_html(html: str) -> str:
    """Return escaped HTML with the same done to its texts; tags stay as they are."""
    parts = TAGS.split(html)
    before = ""
    for index in range(0, len(parts), 2):
        parts[index], before = _spaced_text(parts[index], before)
    return "".join(parts)


def _spaced_text(text: str, before: str) -> tuple[str, str]:
    """Return a text between tags, set apart, and its last character; character references are letters to it."""
    text = APOSTROPHE.sub("\u2019", _guillemets(NO_BREAK_REFERENCE.sub("\u00a0", text)))
    parts = REFERENCES.split(text)
    for index, part in enumerate(parts):
        if index % 2:
            before = "x"
        else:
            parts[index] = spaced(part, before)
            before = parts[index][-1:] or before
    return "".join(parts), before
