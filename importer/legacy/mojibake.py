"""Letters that were written as UTF-8 and read as something else: mended where the bytes prove it."""

import re
from functools import cache

_CODECS = ("cp1252", "mac_roman", "cp850")
_PUNCTUATION = frozenset("‘’‚“”„–—…•‹›€™«»·°©®²³½ªº\u00a0\u202f\u2009\u2011")


@cache
def _bytes_of(codec: str) -> dict[str, int]:
    """Characters and their byte; the five holes of Windows-1252 stand for themselves, as programs let them through."""
    table = {}
    for byte in range(0x80, 0x100):
        try:
            table[bytes([byte]).decode(codec)] = byte
        except UnicodeDecodeError:
            table[chr(byte)] = byte
    return table


@cache
def _sequence(codec: str) -> re.Pattern[str]:
    def among(low: int, high: int) -> str:
        return "[" + "".join(re.escape(char) for char, byte in _bytes_of(codec).items() if low <= byte <= high) + "]"

    rest = among(0x80, 0xBF)
    return re.compile(f"{among(0xC2, 0xDF)}{rest}|{among(0xE0, 0xEF)}{rest}{{2}}")


def _is_proof(char: str) -> bool:
    return "\u00c0" <= char <= "\u017f" or char in _PUNCTUATION


def unscramble(text: str) -> str:
    """Return `text` with sequences such as `Ã©` and `â€™` as the letter they were, twice-scrambled ones too."""
    if text.isascii():
        return text
    for codec in _CODECS:
        table = _bytes_of(codec)

        def letter(found: re.Match[str], table: dict[str, int] = table) -> str:
            try:
                char = bytes(table[each] for each in found[0]).decode("utf-8")
            except UnicodeDecodeError:
                return found[0]
            return char if _is_proof(char) else found[0]

        for _ in range(3):
            mended = _sequence(codec).sub(letter, text)
            if mended == text:
                break
            text = mended
    return text
