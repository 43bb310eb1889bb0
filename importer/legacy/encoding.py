"""Bytes of an old file to text, in an encoding that can be proved."""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from importer.legacy.document import Repair
from importer.legacy.unreadable import LegacyUnreadable, Problem

LARGEST = 20 * 1024 * 1024
"""Bytes: room for a page that was saved with its pictures in it; a refusal must not cost the memory of the file."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"{\\rtf",
    b"RIFF",
)
_OLD = ("cp1252", "iso-8859-15", "mac_roman", "cp850")
_WRITTEN = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆáíóúñãÁÍÓÚ«»‹›“”„‘’–—…•·€£°ºª©®™²³½¼¾§±×\u00a0\u00ad")
_EXPECTED = frozenset("éèàêçùâîôûëïœÉÈÀÇ’«»–…€°\u00a0“”")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,30})""", re.I)
_PIECE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, how it was encoded, and what was mended to read it."""

    text: str
    encoding: str
    repairs: tuple[Repair, ...] = ()


def read_bytes(path: Path) -> bytes:
    """Return the content of `path`, asking its size before it is read; raises LegacyUnreadable."""
    try:
        if not path.is_file():
            raise LegacyUnreadable(Problem.NOT_A_FILE)
        size = path.stat().st_size
        if size > LARGEST:
            raise LegacyUnreadable(Problem.TOO_LARGE, f"{size} > {LARGEST}")
        return path.read_bytes()
    except OSError as error:
        raise LegacyUnreadable(Problem.NOT_A_FILE, error.strerror or "") from error


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; raises LegacyUnreadable when it is large, no text or of unknown encoding."""
    if len(data) > LARGEST:
        raise LegacyUnreadable(Problem.TOO_LARGE, f"{len(data)} > {LARGEST}")
    if not data.strip(b" \t\r\n\f"):
        return Decoded(data.decode("ascii"), "utf-8")
    if data.startswith(_MAGIC):
        raise LegacyUnreadable(Problem.BINARY)
    decoded = _marked(data) or _wide(data) or _utf8(data) or _declared(data) or _old(data) or _mixed(data)
    if decoded is None:
        raise LegacyUnreadable(Problem.BINARY if _is_binary(data) else Problem.UNKNOWN_ENCODING)
    if _noise(decoded.text) > 0.02:
        raise LegacyUnreadable(Problem.BINARY)
    return decoded


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is nought."""
    if len(data) < 8 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > len(zeros) * 0.7:
            return _strict(data, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    return None if b"\0" in data else _strict(data, "utf-8")


def _declared(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    if name in ("iso-8859-1", "latin1", "us-ascii", "ascii"):  # what browsers do (WHATWG Encoding Standard, 4.2)
        name = "cp1252"
    decoded = _strict(data, name)
    return decoded if decoded and (name != "cp1252" or _likely(decoded.text)) else None


def _old(data: bytes) -> Decoded | None:
    """One-byte encodings: proved when only one reading of the bytes is what French and English are written with."""
    readings: dict[str, Decoded] = {}
    for encoding in _OLD:
        decoded = _strict(data, encoding)
        if decoded and _likely(decoded.text):
            readings.setdefault(decoded.text, decoded)
    if not readings:
        return None
    best = sorted(readings.values(), key=lambda each: -_score(each.text))
    if len(best) > 1 and _score(best[0].text) == _score(best[1].text):
        return None
    return best[0]


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with a few stray bytes of Windows, or cut off in the middle of a letter at the end."""
    good = len(_PIECE.findall(data))
    parts, repairs, position = list[str](), list[Repair](), 0
    while position < len(data):
        try:
            parts.append(data[position:].decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            start, end = position + error.start, position + error.end
            if len(repairs) >= max(3, good // 4) or not good:
                return None
            parts.append(data[position:start].decode("utf-8"))
            letter = data[start:end].decode("cp1252", "replace")
            is_cut = end == len(data)
            if not is_cut and not _WRITTEN.issuperset(letter):
                return None
            parts.append("\ufffd" if is_cut else letter)
            repairs.append(Repair("".join(f"\\x{byte:02x}" for byte in data[start:end]), parts[-1]))
            position = end
    return Decoded("".join(parts), "utf-8", tuple(repairs))


def _likely(text: str) -> bool:
    """Say whether the letters outside ASCII are those of French and English, as rare as they are there."""
    strange = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    if not strange or len(strange) > letters * 0.25:
        return False
    known = sum(char in _WRITTEN for char in strange)
    return known >= len(strange) * 0.97


def _score(text: str) -> int:
    return sum(1 if char in _EXPECTED else -1 for char in text if char > "\x7f")


def _noise(text: str) -> float:
    controls = sum(unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v" for char in text if char < "\xa0")
    c1 = sum("\x80" <= char < "\xa0" for char in text)  # Windows punctuation read as Latin-1: mended later
    return (controls - c1) / max(len(text), 1)


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    return b"\0" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) * 0.02
