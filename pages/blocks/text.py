"""The words of a body, for search and for feeds."""

from wagtail.blocks import StreamValue

from .loading import without_loading


def plain_text(value: StreamValue | None) -> str:
    """Return all words of a stream, a line for each block, without markup. Asks the database nothing."""
    lines = (" ".join(child.block.get_searchable_content(child.value)) for child in without_loading(value))
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)
