"""Which engine an installation asked for."""

from pathlib import Path
from typing import Literal

from search.engines.base import EngineSettings, SearchEngine
from search.engines.fallback import FallbackEngine

Kind = Literal["embedded", "elasticsearch"]


def build(settings: EngineSettings, kind: Kind, folder: Path, url: str = "", prefix: str = "mission") -> SearchEngine:
    """The engine for one process; keep it, it is safe for threads.

    `folder` is where the embedded index lives, for Elasticsearch too: it answers when the server does not. `url` is the
    server's address, `prefix` the name of its alias. ValueError for an unknown kind or a missing address.
    """
    from search.engines.embedded.engine import EmbeddedEngine

    embedded = EmbeddedEngine(Path(folder), settings)
    if kind == "embedded":
        return embedded
    if kind != "elasticsearch" or not url:
        raise ValueError(f"no such search engine, or no address for it: {kind!r}")
    from search.engines.elastic.engine import ElasticEngine

    return FallbackEngine(ElasticEngine(url, prefix, settings), embedded)
