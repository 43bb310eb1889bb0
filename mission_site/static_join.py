"""One style sheet for readers out of one file a component: joined when static files are looked for or collected."""

import re
from collections.abc import Iterator
from os import getpid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

SOURCE = Path(__file__).parent / "static" / "css"
JOINED = "css/site.css"
LAYERS = ("layers", "reset", "tokens", "base", "layout")
LAST = ("print",)

# Strings are kept as they are; of the rest only comments and needless blanks go.
TOKEN = re.compile(r"""(?P<string>"[^"]*"|'[^']*')|(?P<comment>/\*.*?\*/)|(?P<blank>\s+)""", re.DOTALL)


def sources() -> list[Path]:
    """Return the style sheets in the order in which they are joined."""
    components = sorted((SOURCE / "components").glob("*.css"))
    return [
        *(SOURCE / f"{name}.css" for name in LAYERS),
        *components,
        *(SOURCE / f"{name}.css" for name in LAST),
    ]


def squeeze(css: str) -> str:
    """Return a style sheet without comments and needless white space; strings stay untouched."""
    text = TOKEN.sub(lambda found: found["string"] or " ", css)
    pieces = re.split(r"""("[^"]*"|'[^']*')""", text)
    pieces[::2] = [re.sub(r"\s*([{};,>])\s*", r"\1", re.sub(r" +", " ", piece)) for piece in pieces[::2]]
    return re.sub(r";}", "}", re.sub(r"(?<=[\w-]): ", ":", "".join(pieces))).strip() + "\n"


def joined() -> str:
    """Return the style sheet of the site."""
    return squeeze("".join(path.read_text(encoding="utf-8") for path in sources()))


class JoinedStylesFinder(BaseFinder):
    """Finds `css/site.css`, written anew whenever one of its parts is newer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.DATA_DIR) / "joined"
        self.storage = FileSystemStorage(location=self.folder)

    def check(self, **kwargs: Any) -> list:
        """Nothing to configure, nothing to check."""
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return where the joined style sheet stands; an empty list for every other file."""
        if path != JOINED:
            return []
        found = str(self._write())
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, Storage]]:
        """Yield the joined style sheet for `collectstatic`."""
        self._write()
        yield JOINED, self.storage

    def _write(self) -> Path:
        target = self.folder / JOINED
        css = joined()
        if not target.exists() or target.read_text(encoding="utf-8") != css:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(f".{getpid()}")
            fresh.write_text(css, encoding="utf-8")
            fresh.replace(target)
        return target
