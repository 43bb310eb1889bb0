"""What is no text but differs between two languages of a body: pictures, numbers, contacts, documents, by block id."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField

from languages import options, registry

from .comparable import comparable

# What is written is translated; a difference there is what translating is for.
TEXT = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.RawHTMLBlock, blocks.BlockQuoteBlock)
UNNAMED = (blocks.StreamBlock, blocks.ListBlock)


@dataclass(frozen=True)
class Difference:
    """One thing that is not the same: the block by its label and place, and what about it."""

    block: str
    position: int
    what: str


def differences(page: Any, source: str, target: str) -> list[Difference]:
    """Return what is no text and differs in `target` from `source`, in the order of the source's blocks.

    Blocks are counterparts when they share an id ("Start from" copies ids); if no block does, the two bodies were
    written apart and nothing is compared.
    """
    found: list[Difference] = []
    for name in options.translated_fields(type(page)):
        if isinstance(type(page)._meta.get_field(name), StreamField):
            found += _in_field(getattr(page, registry.field(name, source)), getattr(page, registry.field(name, target)))
    return found


def _in_field(source: Any, target: Any) -> list[Difference]:
    ours = {child.id: child for child in source or ()}
    theirs = {child.id: child for child in target or ()}
    if not ours.keys() & theirs.keys():
        return []
    found = []
    for position, child in enumerate(source, start=1):
        label = str(child.block.label)
        if child.id not in theirs:
            found.append(Difference(label, position, _("the block is not there")))
            continue
        before, after = dict(facts(child.block, child.value)), dict(facts(child.block, theirs[child.id].value))
        changed = [path for path in {**before, **after} if before.get(path) != after.get(path)]
        found += [Difference(label, position, " › ".join(path[::2]) or label) for path in changed]
    for position, child in enumerate(target, start=1):
        if child.id not in ours:
            found.append(Difference(str(child.block.label), position, _("the block is there only")))
    return found


def facts(block: blocks.Block, value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield (path, value) of everything in a block that is no text; a path alternates labels and identifiers."""
    if isinstance(block, TEXT):
        return
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from facts(child, value.get(name), (*path, str(child.label), name))
    elif isinstance(block, UNNAMED):
        children = value if isinstance(block, blocks.StreamBlock) else value.bound_blocks
        for child in children or ():
            yield from facts(child.block, child.value, (*path, str(child.block.label), str(child.id)))
    elif isinstance(block, blocks.FieldBlock):
        yield path, comparable(value)
