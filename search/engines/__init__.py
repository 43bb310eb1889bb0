"""The wall: engines know plain data, never Django, Wagtail or a model."""

from search.engines.building import build

__all__ = ["build"]
