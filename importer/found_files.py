"""The files that paths name: files as they are, folders with all that is in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

_SAVED = (".html", ".htm")


def found_files(paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """Return (name, file) of all files under `paths`, sorted in each folder; a name said twice gets its folder.

    Hidden files are left out, and so is the folder of pictures and styles that a browser saves beside a page.
    """
    files = list(dict.fromkeys(file for path in paths for file in _under(path)))
    names = [file.name for file in files]
    return [(file.name if names.count(file.name) == 1 else str(file), file) for file in files]


def _under(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for entry in sorted(path.iterdir()):
        if entry.name.startswith(".") or (entry.is_dir() and _is_beside_a_page(entry)):
            continue
        yield from _under(entry)


def _is_beside_a_page(folder: Path) -> bool:
    for ending in ("_files", "_fichiers", "_archivos"):
        if folder.name.endswith(ending):
            stem = folder.name.removesuffix(ending)
            return any((folder.parent / (stem + suffix)).exists() for suffix in _SAVED)
    return False
