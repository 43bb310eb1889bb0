"""How often readers asked, for operators: numbers that all processes of this machine share, in a few mapped bytes."""

import fcntl
import mmap
import struct
from contextlib import suppress
from pathlib import Path

from django.conf import settings

# Their places in the file: new ones go at the end.
QUESTIONS, SUGGESTIONS, STAND_IN, DATABASE = range(4)
_PLACES = 16
_NUMBER = struct.Struct("<Q")
_SIZE = _PLACES * _NUMBER.size


def _path() -> Path:
    return settings.SEARCH_INDEX_DIR / ".counters"


def count(place: int) -> None:
    """Add one; nothing when the folder is missing, read-only or full: counting must never cost an answer."""
    with suppress(OSError, ValueError), _path().open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if file.seek(0, 2) < _SIZE:
            file.truncate(_SIZE)
        with mmap.mmap(file.fileno(), _SIZE) as shared:
            (before,) = _NUMBER.unpack_from(shared, place * _NUMBER.size)
            _NUMBER.pack_into(shared, place * _NUMBER.size, before + 1)


def read() -> tuple[int, ...]:
    """Return all counters, in the order of their places; zeros when nothing was counted yet."""
    try:
        content = _path().read_bytes()
    except OSError:
        content = b""
    return tuple(_NUMBER.unpack_from(content.ljust(_SIZE, b"\0"), place * _NUMBER.size)[0] for place in range(_PLACES))
