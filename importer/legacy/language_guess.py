"""Which language a text is in, by the small words that only one of them uses."""

import re
from functools import cache

from importer.legacy.folding import fold
from importer.legacy.words import languages

_WORD = re.compile(r"[a-zœæ]+")


@cache
def _own_words() -> dict[str, frozenset[str]]:
    every = {code: frozenset(table["stopwords"].split()) for code, table in languages().items()}
    return {
        code: words - frozenset().union(*(other for each, other in every.items() if each != code))
        for code, words in every.items()
    }


def language_of(text: str) -> str:
    """Return the code of the language of `text`, nothing when its words do not tell."""
    words = _WORD.findall(fold(text[:20000]))
    counts = {code: sum(word in own for word in words) for code, own in _own_words().items()}
    ranked = sorted(counts.values(), reverse=True)
    if not ranked[0] or (len(ranked) > 1 and ranked[0] < 2 * ranked[1]):
        return ""
    return max(counts, key=lambda code: counts[code])


def languages_of(texts: list[tuple[str, str]]) -> tuple[str, ...]:
    """Return the languages of a page from its pieces (language, text); one counts from a sixth of the text on."""
    sizes = dict.fromkeys(languages(), 0)
    for code, text in texts:
        if code:
            sizes[code] += len(text)
    total = sum(sizes.values())
    return tuple(code for code, size in sizes.items() if size and size * 6 >= total)
