"""What a page weighs on the wire, told by the browser itself."""

from dataclasses import dataclass

import brotli
from playwright.sync_api import Request

from tests.reading.watching import Reader

TEXT = {"document", "stylesheet", "script"}
# A server in front compresses like this where ours does not (RFC 7932).
QUALITY = 5


@dataclass(frozen=True)
class Part:
    """One thing that was loaded: what it is, its path, its bytes on the wire without headers."""

    kind: str
    path: str
    size: int


def weigh(reader: Reader, path: str, *, whole: bool = True) -> list[Part]:
    """Load a page, scroll through it unless only its beginning is wanted, and return all that came."""
    finished: list[Request] = []

    def note(request: Request) -> None:
        finished.append(request)

    reader.page.on("requestfinished", note)
    page = reader.open(path)
    if whole:
        scroll_through(reader)
        page.wait_for_load_state("networkidle")
    reader.page.remove_listener("requestfinished", note)
    return [_part(request) for request in finished]


def scroll_through(reader: Reader) -> None:
    """Scroll to the end in steps of a window, so that pictures below the fold are loaded."""
    step, most = 800, reader.page.evaluate("document.documentElement.scrollHeight")
    for position in range(0, most + step, step):
        reader.page.evaluate(
            "(to) => new Promise((done) => { scrollTo(0, to); requestAnimationFrame(done) })", position
        )


def total(parts: list[Part], kinds: set[str] | None = None) -> int:
    """Return the bytes of parts of these kinds, of all kinds unless told."""
    return sum(part.size for part in parts if kinds is None or part.kind in kinds)


def _part(request: Request) -> Part:
    answer = request.response()
    assert answer is not None, request.url
    size = request.sizes()["responseBodySize"]
    if request.resource_type in TEXT and "content-encoding" not in answer.headers:
        size = len(brotli.compress(answer.body(), quality=QUALITY))
    return Part(request.resource_type, request.url, size)
