"""The engine of this process, built once from the settings."""

import threading
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.signals import setting_changed
from django.utils.translation import get_language_info

from languages import registry

from . import registry as room
from .engines.base import EngineSettings, SearchEngine

_lock = threading.Lock()
_engines: dict[str, SearchEngine] = {}

FACETS = ("kind", "programme", "axis", "region", "year")


def engine_settings() -> EngineSettings:
    """Return what an engine must know: the languages by English name, the facets of all rooms."""
    languages = {code: str(get_language_info(code)["name"]).lower() for code in registry.codes()}
    names = dict.fromkeys((*FACETS, *room.facets))
    return EngineSettings(languages=languages, facets=tuple(name for name in names if name != "language"))


def engine() -> SearchEngine:
    """Return the engine, one per process. ImproperlyConfigured when the settings name none."""
    with _lock:
        if "it" not in _engines:
            from .engines import build

            try:
                _engines["it"] = build(
                    engine_settings(),
                    kind=settings.SEARCH_ENGINE,
                    folder=settings.SEARCH_INDEX_DIR,
                    url=settings.ELASTICSEARCH_URL,
                )
            except ValueError as error:
                raise ImproperlyConfigured(f"SEARCH_ENGINE, ELASTICSEARCH_URL: {error}") from error
        return _engines["it"]


def forget() -> None:
    """Close the engine; the next question builds it again."""
    with _lock:
        held = _engines.pop("it", None)
    if held is not None:
        held.close()


def _forget_on_change(*, setting: str, **kwargs: Any) -> None:
    if setting in {"SEARCH_ENGINE", "SEARCH_INDEX_DIR", "ELASTICSEARCH_URL"}:
        forget()


setting_changed.connect(_forget_on_change, dispatch_uid="search.running")
