"""A word as one would type it in a hurry: lower case, no accents, no ligatures, plain Arabic letters."""

import unicodedata
from functools import lru_cache

_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŀ": "l"}
)
_ARABIC_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "ه" + "وي", "\u0640")
_ARABIC_ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The folded form of one word; the identity for plain lower-case ASCII."""
    word = word.lower()
    if word.isascii():
        return word
    marked = unicodedata.normalize("NFKD", word.translate(_LIGATURES))
    folded = "".join(c for c in marked if not unicodedata.combining(c))
    return _fold_arabic(folded) if any("\u0600" <= c <= "\u06ff" for c in folded) else folded


def _fold_arabic(word: str) -> str:
    """Without tatweel, letter variants and the leading conjunction and article."""
    word = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in word.translate(_ARABIC_LETTERS))
    for article in _ARABIC_ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 3:
            return word[len(article) :]
    return word[1:] if word.startswith("و") and len(word) > 4 else word
