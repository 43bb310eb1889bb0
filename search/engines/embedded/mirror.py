"""Reading an index one may not write to: opening needs a lock file, so it is opened through links elsewhere."""

import os
import shutil
import tempfile
import weakref
from pathlib import Path

_LOCKS = ".lock"
_COPIED = ("meta.json", ".managed.json")  # small, and replaced by the next commit


def may_write(path: Path) -> bool:
    """Whether the lock file of a reader can be made there."""
    return os.access(path, os.W_OK) and all(os.access(file, os.W_OK) for file in path.glob(f".*{_LOCKS}"))


def linked(path: Path) -> Path:
    """A temporary folder whose files are those of the index. OSError when there is no room for one."""
    folder = Path(tempfile.mkdtemp(prefix="search-"))
    for file in path.iterdir():
        if file.name in _COPIED:
            shutil.copyfile(file, folder / file.name)
        elif not file.name.endswith(_LOCKS):
            (folder / file.name).symlink_to(file.resolve())
    return folder


def remove_with(owner: object, folder: Path) -> None:
    """Remove the folder when nobody reads through it any more."""
    weakref.finalize(owner, shutil.rmtree, folder, ignore_errors=True)


def remove(folder: Path) -> None:
    """Remove a folder of links that turned out to be of no use."""
    shutil.rmtree(folder, ignore_errors=True)
