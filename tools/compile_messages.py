"""Compile the message catalogues in Python, where they changed: `python -m tools.compile_messages`."""

import os
from pathlib import Path

from babel.messages.mofile import write_mo

from tools.catalogues import LOCALE, catalogue_files, read_catalogue


def compile_catalogues(folder: Path = LOCALE) -> int:
    """Write django.mo beside every django.po that is newer; returns how many were written."""
    written = 0
    for source in catalogue_files(folder):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        # Two processes of the tests may do this at once: each writes a file of its own and renames it.
        partial = target.with_suffix(f".mo.{os.getpid()}")
        with partial.open("wb") as output:
            write_mo(output, read_catalogue(source), use_fuzzy=False)
        stamp = source.stat().st_mtime_ns
        os.utime(partial, ns=(stamp, stamp))
        partial.replace(target)
        written += 1
    return written


if __name__ == "__main__":
    compile_catalogues()
