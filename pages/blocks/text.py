"""The words of a body, for search and for feeds."""

from collections.abc import Iterable

from wagtail.blocks import StreamValue

from .loading import without_loading

DOT = "·"
SENTENCE_ENDS = (".", "!", "?", "…", ":", ";", "»", "”", DOT)


def plain_text(value: StreamValue | None) -> str:
    """Return all words of a stream, a line for each block, without markup. Asks the database nothing."""
    blocks = (child.block.get_searchable_content(child.value) for child in without_loading(value))
    return joined(line for parts in blocks if (line := _line(parts)))


def joined(texts: Iterable[str]) -> str:
    """Return texts on a line each, so that they read well on one: what is no sentence ends with a dot between."""
    lines = list(texts)
    return "\n".join([*(line if line.endswith(SENTENCE_ENDS) else f"{line} {DOT}" for line in lines[:-1]), *lines[-1:]])


def _line(parts: Iterable[str]) -> str:
    """Return the words of a block: speaker, role and source do not run into each other."""
    # Wagtail writes a field that was never filled as the word None (FieldBlock.get_searchable_content).
    return f" {DOT} ".join(text for part in parts if part != "None" and (text := " ".join(str(part).split())))
