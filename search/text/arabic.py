"""Arabic: stop words and light roots (after Larkey, Ballesteros and Connell, Light stemming for Arabic, 2007)."""

from functools import lru_cache

from search.text.fold import fold

STOP = frozenset(
    fold(word)
    for word in """في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا هل كيف أين متى لماذا كم هو هي هم نحن أنا
    أنت كان كانت يكون لا لم لن قد ثم أو أم بين عند عندما كل بعض غير حول بعد قبل منذ حتى إن أن أنه أنها
    لأن و ف ب ك ل""".split()
)
INTENTS = frozenset(fold(word) for word in "اتصال هاتف رقم صحافة صحفي صحافي مقابلة ناطق متحدث مسؤول بريد".split())
PRESS = frozenset(fold(word) for word in "تواصل اتصال صحافة إعلام ناطق".split())
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """A folded word (article already gone) without one suffix."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
