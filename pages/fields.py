"""The body field: Wagtail's StreamField whose blocks are no part of the migrations."""

from typing import Any

from wagtail.fields import StreamField


class BodyField(StreamField):
    """A StreamField with the site's body blocks; migrations do not freeze them, history reads today's."""

    def __init__(self, verbose_name: Any = None, **kwargs: Any) -> None:
        from .blocks import body_blocks

        super().__init__(body_blocks(), verbose_name=verbose_name, **kwargs)

    def deconstruct(self) -> tuple[str, str, list, dict[str, Any]]:
        """Leave the blocks out: history would freeze the whole tree once per language."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
