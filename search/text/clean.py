"""Text made safe to cut into words: NFC, no control or format characters, ordinary apostrophes."""

import re
import unicodedata

MAX_QUERY = 256  # characters of a question that are read
_RAW_LIMIT = MAX_QUERY * 8  # nothing beyond is even looked at: cleaning 100 kB would cost more than searching
_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u2018\u02bc\u02bb\u02b9\u2032\u00b4\u0060\uff07\u05f3\u07f4\u2bbd"), "'")
_QUOTES = dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2033"), '"')
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"), "-")
_TABLE = _APOSTROPHES | _DASHES
_QUERY_TABLE = _TABLE | _QUOTES
_STRAIGHTENED = tuple((chr(code), plain) for code, plain in _TABLE.items() if code > 127)
_SPACES = re.compile(r"\s+")
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufffb\ud800-\udfff]+"
)


def tidy(text: str) -> str:
    """A document's text in NFC without what no reader sees, typography kept; line breaks stay."""
    text = _DROPPED.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def straight(text: str) -> str:
    """The same text, letter for letter, with ordinary apostrophes and hyphens."""
    text = text.replace("`", "'")
    if text.isascii():
        return text
    for odd, plain in _STRAIGHTENED:  # far quicker than str.translate: most are in no text
        if odd in text:
            text = text.replace(odd, plain)
    return text


def clean(text: str) -> str:
    """A document's text ready to be cut into words."""
    return straight(tidy(text))


def clean_query(text: str) -> str:
    """A reader's text, one line of at most MAX_QUERY characters, whatever was sent."""
    text = _DROPPED.sub("", str(text)[:_RAW_LIMIT]).translate(_QUERY_TABLE)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cn", "Co", "Zl", "Zp") else c for c in text)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()[:MAX_QUERY].strip()
