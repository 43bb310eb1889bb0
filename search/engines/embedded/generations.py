"""Folders of the index, one per generation, and the small file that says which one is in use."""

import os
import shutil
import time
import uuid
from pathlib import Path

_POINTER = "current"
_PREFIX = "generation-"
_ABANDONED = 600  # seconds without a write after which an unfinished folder may go


class Generations:
    """`folder` holds everything; it is made when something is written, never when something is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder)

    def current(self) -> str:
        """The name of the generation in use; "" when there is none."""
        try:
            name = (self.folder / _POINTER).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""
        return name if name.startswith(_PREFIX) and (self.folder / name).is_dir() else ""

    def path(self, name: str) -> Path:
        """The folder of a generation."""
        return self.folder / name

    def begin(self) -> str:
        """An empty folder for a new generation. OSError when the disk refuses."""
        name = f"{_PREFIX}{time.strftime('%Y%m%d-%H%M%S')}-{uuid.uuid4().hex[:6]}"
        (self.folder / name).mkdir(parents=True)
        return name

    def swap(self, name: str) -> None:
        """From now on every reader uses this generation: one atomic rename."""
        temporary = self.folder / f"{_POINTER}.{os.getpid()}.{uuid.uuid4().hex[:6]}"
        with temporary.open("w", encoding="utf-8") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.folder / _POINTER)

    def discard(self, name: str) -> None:
        """Remove a generation; files still open elsewhere may stay on some systems, a later sweep gets them."""
        shutil.rmtree(self.folder / name, ignore_errors=True)

    def sweep(self, keep: set[str]) -> None:
        """Remove what interrupted builds left behind."""
        for path in self.folder.glob(f"{_PREFIX}*"):
            if path.name not in keep and time.time() - _last_write(path) > _ABANDONED:
                shutil.rmtree(path, ignore_errors=True)

    def size(self, name: str) -> int:
        """Bytes on disk."""
        return sum(path.stat().st_size for path in self.path(name).glob("*") if path.is_file())


def _last_write(path: Path) -> float:
    try:
        return max([path.stat().st_mtime, *(file.stat().st_mtime for file in path.iterdir())])
    except OSError:
        return time.time()
