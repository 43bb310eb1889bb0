"""What Django's system check says of the settings of search: before any command, in one line."""

from typing import Any

from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from .running import engine


def check_engine(**options: Any) -> list[checks.CheckMessage]:
    """Return an error when the settings name no engine, or one without its address."""
    try:
        engine()
    except ImproperlyConfigured as error:
        return [checks.Error(str(error), id="search.E001")]
    return []
