"""Divides what a page says into pieces that correspond between two languages, each with its fingerprint."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail.fields import StreamField

from . import content, options, registry

# Typography is no content: marks that only look different in the two languages become one.
MARKS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032`´", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033«»", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u00ad": None,
        "\u200b": None,
    }
)
SPACE = re.compile(r"(?:\s|&nbsp;)+")
# A space beside these marks is a matter of language, not of meaning.
SPACE_BESIDE_MARK = re.compile(r'\s*([;:!?.,"%€$])\s*')


@dataclass(frozen=True)
class Piece:
    """One field, block or child's text: fingerprints of both sides ("" for nothing); essential when it must exist."""

    key: str
    own: str
    source: str
    is_essential: bool

    @property
    def is_block(self) -> bool:
        """Whether it is one block of the page's own StreamFields."""
        return self.key.count("/") == 1 and not self.key.endswith("/*")

    @property
    def is_field(self) -> bool:
        """Whether it is a field of the page itself."""
        return "/" not in self.key

    @property
    def is_untranslated(self) -> bool:
        """Whether only the source says something."""
        return bool(self.source and not self.own)


def normalised(text: str) -> str:
    """Return a text without its typography: quotation marks, dashes, spaces, ligatures, ellipsis."""
    text = unicodedata.normalize("NFKC", text).translate(MARKS)
    return SPACE_BESIDE_MARK.sub(r"\1", SPACE.sub(" ", text)).strip()


def fingerprint(value: Any) -> str:
    """Return the fingerprint of a content (see content.stripped); empty for no content."""
    value = _loose(value)
    if value is None or value in ("", [], {}):
        return ""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _loose(value: Any) -> Any:
    if isinstance(value, str):
        return normalised(value)
    if isinstance(value, list):
        return [_loose(item) for item in value]
    if isinstance(value, dict):
        return {key: _loose(item) for key, item in value.items()}
    return value


def between(model: type[Model], data: content.Data, code: str, source: str) -> list[Piece]:
    """Return the pieces of a page's data (snapshot or revision) in a language, beside those of another."""
    essential = set(getattr(model, "required_to_publish", ())) | {"title"}
    return list(_pieces(model, data, code, source, "", essential))


def _pieces(
    model: type[Model], data: content.Data, code: str, source: str, prefix: str, essential: set[str] | None
) -> Iterator[Piece]:
    for name in options.translated_fields(model):
        own, other = registry.field(name, code), registry.field(name, source)
        key = prefix + name
        if isinstance(model._meta.get_field(own), StreamField):
            yield from _blocks(key, content.blocks(data.get(own)), content.blocks(data.get(other)))
        else:
            written, source_text = (fingerprint(content.value_in(model, data, column)) for column in (own, other))
            yield Piece(key, written, source_text, is_essential=essential is None or name in essential)
    for relation in content.relations(model):
        child = content.child_model(model, relation)
        for number, row in enumerate(data.get(relation) or ()):
            place = f"{prefix}{relation}/{row.get('pk') or f'new{number}'}/"
            yield from _pieces(child, row, code, source, place, None)


def places(model: type[Model], data: content.Data, prefix: str = "") -> Iterator[str]:
    """Yield where the texts of each child stand among the pieces: by its key, or by its number while it has none."""
    for relation in content.relations(model):
        for number, row in enumerate(data.get(relation) or ()):
            place = f"{prefix}{relation}/{row.get('pk') or f'new{number}'}/"
            yield place
            yield from places(content.child_model(model, relation), row, place)


def _blocks(key: str, own: list[content.Data], source: list[content.Data]) -> Iterator[Piece]:
    """Yield a piece for every block: counterparts share an id; blocks without one stand beside all the others.

    A body that was written anew, with ids of its own, is thus held against every block of the source.
    """
    mine = {block.get("id"): _print(block) for block in own}
    theirs = {block.get("id"): _print(block) for block in source}
    free = fingerprint([text for id_, text in mine.items() if id_ not in theirs])
    for id_, text in theirs.items():
        yield Piece(f"{key}/{id_}", mine.get(id_, free), text, is_essential=True)
    for id_ in mine.keys() - theirs.keys():
        yield Piece(f"{key}/{id_}", mine[id_], "", is_essential=False)
    yield Piece(f"{key}/*", free, "", is_essential=False)


def _print(block: content.Data) -> str:
    return fingerprint([block.get("type"), content.stripped(block.get("value"))])
