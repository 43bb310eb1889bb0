"""Text without accents, case and typographic quotes, the same length as it was: what patterns are matched against."""

import unicodedata

_KEPT = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " "}


class _Folds(dict[int, str]):
    """Characters and what they fold to, each worked out once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = _KEPT.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return `text` folded, one character for each: a place in the result is the same place in `text`."""
    return text.translate(_FOLDS)


def fold_name(text: str) -> str:
    """Return `text` folded with hyphens and dashes as spaces, as names of places are compared."""
    return fold(text).translate({ord(dash): " " for dash in "-‐‑–—/"})
