"""Which blocks page bodies are made of; rooms above add theirs in AppConfig.ready()."""

from collections.abc import Callable
from functools import cache

from wagtail.blocks import Block, StreamBlock

_factories: dict[str, Callable[[], Block]] = {}


def register(name: str, factory: Callable[[], Block]) -> None:
    """Add a block to all bodies under a name, which is stored with the content: never rename it.

    The factory is called when the first body is read or edited. Its template is pages/blocks/<name>.html.
    """
    _factories[name] = factory
    body_block.cache_clear()


def body_blocks() -> list[tuple[str, Block]]:
    """Return (name, block) of all blocks, in the order they were registered."""
    return [(name, factory()) for name, factory in _factories.items()]


@cache
def body_block(is_required: bool = False) -> StreamBlock:
    """Return the block of a whole body."""
    return StreamBlock(body_blocks(), required=is_required)
