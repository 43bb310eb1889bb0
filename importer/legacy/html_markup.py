"""Saved HTML cut into tags and text, each with its place in the source; never slower than the page is long."""

import html
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)((?:=\s*\"[^\"<]*\"|=\s*'[^'<]*'|[^<>])*+)>")
_TAG_HOLDING_TAGS = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)((?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^<>])*+)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_RAW = frozenset(("script", "style", "template", "noscript", "svg", "iframe", "object", "math"))
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|li|table|tr|td|a|span|strong|em|body|html|head|article|section)\b[^<>]*>", re.I
)


@dataclass(frozen=True, slots=True)
class Token:
    """A tag (`name`, lower case), or text (`name` empty); `attributes` hold value and place of each."""

    start: int
    end: int
    name: str = ""
    is_end: bool = False
    attributes: dict[str, tuple[str, int, int]] | None = None
    is_raw: bool = False

    def value(self, name: str) -> str:
        """Return the attribute `name`, decoded, or nothing."""
        return html.unescape((self.attributes or {}).get(name, ("", 0, 0))[0]).strip()


def looks_like_html(source: str) -> bool:
    """Say whether `source` is HTML and not a text in which a stray tag was left."""
    head = source[:1000].lstrip("\ufeff \t\r\n").lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")):
        return True
    found = [each[0] for _, each in zip(range(40), _BLOCK.finditer(source), strict=False)]
    return len(found) >= 4 and any(tag[1] == "/" for tag in found) and head[:1] == "<"


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of `source`; together they cover it, in order."""
    position, text_from = 0, 0
    last = {close: source.rfind(close) for close in ("-->", ">")}
    while (position := source.find("<", position)) >= 0:
        token = _markup_at(source, position, last)
        if token is None:
            position += 1
            continue
        if text_from < position:
            yield Token(text_from, position)
        yield token
        position = text_from = token.end
        if token.name in _RAW and not token.is_end:
            position = text_from = yield from _raw(source, token)
    if text_from < len(source):
        yield Token(text_from, len(source))


def _markup_at(source: str, start: int, last: dict[str, int]) -> Token | None:
    """Return the tag or comment at `start`; a comment that never ends is only its opening, so that no text is lost."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4) + 3 if last["-->"] > start else start + 4
        return Token(start, end, "!")
    if last[">"] < start:
        return None
    if source.startswith(("<!", "<?"), start):
        return Token(start, source.find(">", start) + 1, "!")
    found = _TAG.match(source, start) or _TAG_HOLDING_TAGS.match(source, start, start + 1_000_000)
    return Token(start, found.end(), found[2].lower(), bool(found[1]), _attributes(found)) if found else None


def _attributes(tag: re.Match[str]) -> dict[str, tuple[str, int, int]]:
    found: dict[str, tuple[str, int, int]] = {}
    for each in _ATTRIBUTE.finditer(tag[3]):
        group = next(number for number in (2, 3, 4) if each[number] is not None)
        place = tag.start(3)
        found.setdefault(each[1].lower(), (each[group], place + each.start(group), place + each.end(group)))
    return found


def _raw(source: str, opened: Token) -> Generator[Token, None, int]:
    """Yield what stands in a script, style and the like as one raw token, and return where it ends."""
    found = re.compile(f"</{opened.name}\\s*>", re.I).search(source, opened.end)
    end = found.start() if found else (len(source) if opened.name in ("script", "style") else opened.end)
    if end > opened.end:
        yield Token(opened.end, end, "!", is_raw=True)
    return end
