"""StreamFields whose blocks are looked up when first needed and are no part of the migrations."""

import json
from collections.abc import Callable
from typing import Any

from django.db import models
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField


class UnfrozenStreamField(StreamField):
    """A StreamField that asks `blocks()` for its blocks; in a migration its value is the raw list that is stored.

    With three languages a ten-block field would freeze its block tree four times in every migration. In history there
    are no blocks at all: values come and go as lists of {"type", "value", "id"}, so a data migration that saves a
    row keeps what it did not touch.
    """

    is_historic = False

    def __init__(self, verbose_name: Any = None, **kwargs: Any) -> None:
        kwargs.pop("block_lookup", None)
        super().__init__([], verbose_name=verbose_name, **kwargs)

    def blocks(self) -> Callable[[bool], StreamBlock]:
        """Return the function that gives the stream's block; it takes whether something is required."""
        raise NotImplementedError

    @property
    def stream_block(self) -> StreamBlock:  # type: ignore[override]
        """The block of the whole stream, the same for all fields of a kind: editors load its definition once."""
        return self.blocks()(self.block_opts["required"])

    def deconstruct(self) -> tuple[str, str, list, dict[str, Any]]:
        """Leave the blocks out."""
        name, path, _args, kwargs = models.Field.deconstruct(self)
        return name, path, [], kwargs

    def contribute_to_class(self, cls: Any, name: str, **kwargs: Any) -> None:
        """Note whether the model is one of a migration's."""
        self.is_historic = cls.__module__ == "__fake__"
        super().contribute_to_class(cls, name, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return a stream; in a migration the raw list."""
        if not self.is_historic:
            return super().to_python(value)
        return json.loads(value) if isinstance(value, str) and value else value

    def get_prep_value(self, value: Any) -> Any:
        """Return what is stored."""
        return value if self.is_historic else super().get_prep_value(value)

    def get_default(self) -> Any:
        """Return an empty stream; in a migration an empty list, or nothing for a column that may be null."""
        if self.is_historic:
            return None if self.null else []
        return super().get_default()


class BodyField(UnfrozenStreamField):
    """The body of a page: the blocks that all pages share."""

    def blocks(self) -> Callable[[bool], StreamBlock]:
        """Return the blocks of bodies, those of rooms above included."""
        from .blocks.registry import body_block

        return body_block


class LinksField(UnfrozenStreamField):
    """A list of links with a name."""

    def blocks(self) -> Callable[[bool], StreamBlock]:
        """Return the one block of the list."""
        from .blocks.links import links_block

        return links_block
