"""`make bench-relevance`: mean reciprocal rank and recall in the first ten, by class of query, on both engines."""

import contextlib
import sys
import tempfile
from pathlib import Path

from search.engines.base import SearchEngine
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.judged import articles, judge
from tests.search.samples import SETTINGS
from tests.servers.elasticsearch import elasticsearch_address
from tests.servers.parts import PartMissing

ENOUGH = 0.95


def measure(name: str, engine: SearchEngine) -> bool:
    """Print a table for one engine; whether all queries together reach 0.95 in both figures."""
    engine.rebuild(articles(), 1)
    scores = judge(engine)
    print(f"\n{name:<24}{'MRR':>8}{'recall@10':>12}")
    for kind, score in scores.items():
        print(f"{kind:<24}{score.mrr:>8.3f}{score.recall:>12.3f}")
    for note in scores["all"].missed:
        print(f"  not first: {note}")
    return scores["all"].mrr >= ENOUGH and scores["all"].recall >= ENOUGH


def main() -> int:
    """Measure the embedded engine, and Elasticsearch where it can be had; 1 when one falls short."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        good = measure("embedded", EmbeddedEngine(folder / "index", SETTINGS))
        try:
            url = stack.enter_context(elasticsearch_address())
        except (PartMissing, RuntimeError) as missing:
            print(missing, file=sys.stderr)
            return 1
        from search.engines.elastic.engine import ElasticEngine

        good = measure("elasticsearch", ElasticEngine(url, "bench-relevance", SETTINGS)) and good
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
