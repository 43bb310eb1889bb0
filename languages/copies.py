"""Text that was copied from one language to start another from, and was left as it was."""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from wagtail.fields import StreamField

from . import content, options, pieces, registry

# Fewer words may well be the same in two languages: a name, a title of office, a place.
FEW_WORDS = 5
# In scripts with capitals, a text of names has hardly a small first letter.
FEW_SMALL = 3
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")

Key = tuple[str, str]


def left_as_copied(model: type[Model], data: content.Data, code: str, source: str) -> list[Key]:
    """Return (field or relation, block id or key of the child) of what says word for word the same in two languages.

    `data`: a snapshot or a revision's content. Names, numbers, pictures and short texts are no matter.
    """
    return list(dict.fromkeys(_copies(model, data, code, source)))


def _copies(model: type[Model], data: content.Data, code: str, source: str) -> Iterator[Key]:
    for name in options.translated_fields(model):
        own, other = (data.get(registry.field(name, one)) for one in (code, source))
        if isinstance(model._meta.get_field(name), StreamField):
            theirs = set(_texts(content.blocks(other)))
            shared = (block for block in content.blocks(own) if theirs.intersection(_texts(block.get("value"))))
            yield from ((name, str(block.get("id"))) for block in shared)
        elif set(_texts(own)).intersection(_texts(other)):
            yield name, ""
    for relation in content.relations(model):
        child = content.child_model(model, relation)
        for row in data.get(relation) or ():
            if any(_copies(child, row, code, source)):
                yield relation, str(row.get("pk") or "")


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of more than a few words in a stored value, at any depth, without markup and typography."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str) and _is_prose(text := pieces.normalised(TAG.sub(" ", value))):
        yield text


def _is_prose(text: str) -> bool:
    words = WORD.findall(text)
    # A letter without a capital form is of a script that knows none.
    return (
        len(words) >= FEW_WORDS
        and sum(word[0] != word[0].upper() or not _has_case(word) for word in words) >= FEW_SMALL
    )


def _has_case(word: str) -> bool:
    return word.upper() != word.lower()
