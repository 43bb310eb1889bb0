"""`make bench-search`: the embedded engine with generated articles; SIZE=100000 pages in two languages by default."""

import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mission_site.demo import articles
from search.engines.base import IndexDocument, SearchQuery
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.samples import SETTINGS

SIZE = int(os.environ.get("SIZE", "100000"))
ROUNDS = 300
WORDS = {
    "fr": "formation coopérative retour apprentis santé bourses emploi abri familles enseignants marché".split(),
    "en": "course cooperative home apprentice health grants job shelter families teachers market".split(),
}


def documents(number: int) -> Iterator[IndexDocument]:
    """Yield every article in every language, as the site would index it."""
    for article in articles.make(number):
        for code, title in article.title.items():
            yield IndexDocument(
                page=f"page:{article.number}",
                language=code,
                title=title,
                url=f"/{code}/{article.number}/",
                kind=article.kind,
                lead=article.lead[code],
                body="\n".join(article.paragraphs[code]),
                topics=(article.place[code], article.programme.upper()),
                facets={"kind": (article.kind,), "programme": (article.programme,), "region": (article.region,)},
                date=article.day,
            )


def timed(name: str, ask: Callable[[int], object]) -> None:
    """Print the median and the 99th percentile of a question, in milliseconds."""
    took = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        ask(number)
        took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    print(f"{name:<44}{took[ROUNDS // 2]:>9.1f}{took[ROUNDS * 99 // 100]:>9.1f}", flush=True)


def memory() -> str:
    """Return the greatest memory this process has had, in MB."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


def progress(done: int) -> None:
    """Draw how far the index is, on a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done}/{SIZE * 2}", end="", file=sys.stderr)


def main() -> None:
    """Build, ask, publish; print a table."""
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder) / "index", SETTINGS)
        begun = time.perf_counter()
        number = engine.rebuild(documents(SIZE), 1, progress)
        print(f"\n{number} documents built, {number / (time.perf_counter() - begun):.0f} per second, peak {memory()}")
        print(f"{'milliseconds':<44}{'p50':>9}{'p99':>9}")

        def asked(words: int, code: str = "fr", spoil: bool = False, **options: object) -> Callable[[int], object]:
            def ask(_number: int) -> object:
                chosen = dice.sample(WORDS[code], words)
                text = " ".join(word[:3] + word[4:] if spoil else word for word in chosen)
                return engine.search(SearchQuery(text, code, **options))  # type: ignore[arg-type]

            return ask

        timed("one word, no facets", asked(1, facets=()))
        timed("one word, all facets", asked(1))
        timed("three words, highlights and all facets", asked(3))
        timed("three words in the other language", asked(3, "en"))
        timed("three words, filtered", asked(3, filters={"programme": ("avrr",)}))
        timed("typing error", asked(1, spoil=True))
        timed("autocomplete", lambda _n: engine.autocomplete(dice.choice(WORDS["fr"])[:4], "fr"))
        timed("published to found", lambda n: publish(engine, n))
        print(f"peak {memory()}")


def publish(engine: EmbeddedEngine, number: int) -> None:
    """Write one document and find it."""
    word = f"zq{number}x"
    engine.apply([IndexDocument(f"page:new{number}", "fr", f"Titre {word}", "/fr/x/")], [], number + 2)
    if not engine.search(SearchQuery(word, "fr", facets=())).total:
        raise RuntimeError(f"{word} was not found after it was written")


if __name__ == "__main__":
    main()
