"""Three thousand strings made to break a search engine; as a program it asks an engine all of them."""

import random
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from search.engines.base import SearchEngine, SearchQuery, SearchUnavailable

COUNT = 3_000
SLOWEST = 1.0  # seconds for one question
TRIALS = 4  # a question that was slow because the machine was busy is quick at another time; a hard one never is
_MARKS = "\" ' \\ ( ) [ ] { } * ? ~ ^ : + - ! && || / < > = AND OR NOT TO title_fr: _exists_: a~9 b^1e9 page:*".split()
_LETTERS = "\x00 \ud800 \udfff \u202e \u200b \ufeff \U0001f600 e\u0301 ﬁ İ ß \u0640 ١٢٣ l’ migrant·e·s".split(" ")
_WORDS = "réintégration 0537652881 +212 null ' OR 1=1 -- <script> %00 ${x} [* TO *] /(a+)+$/ IN [a b]".split(" ")
_PIECES = (*_MARKS, *_LETTERS, *_WORDS)
KILLERS = (
    *("(" * 3_000 + "a" + ")" * 3_000, "[" * 3_000, '"' * 5_000, "NOT " * 25_000, "a" * 100_000, "é" * 100_000),
    *("\x00" * 1_000, "\ud800" * 1_000, "-" * 10_000, "- " * 10_000, "a OR " * 20_000, "*" * 1_000),
    *("1" * 100_000, "+" * 500, "00" * 500, "1 " * 5_000, "·e·s" * 5_000, "." * 10_000, "a." * 10_000, "'" * 10_000),
    *("\u064b" * 10_000, "و" * 10_000, "x" * 255 + "é", "0" * 17, "(((((" + "05 37 65 28 81" * 99, "a\u0301" * 50_000),
    *("", " ", "\n", "-", '"-"'),
)


def strings() -> Iterator[str]:
    """The known killers first, then random mixtures."""
    yield from KILLERS
    chance = random.Random(20_260_101)
    for _ in range(COUNT - 31):
        yield chance.choice((" ", "")).join(chance.choice(_PIECES) for _ in range(chance.randint(1, 40)))


def quickest(ask: Callable[[], object]) -> float:
    """Seconds by the clock for one question; the least of some trials when the first was slow."""
    least = float("inf")
    for _ in range(TRIALS):
        started = time.monotonic()
        ask()
        least = min(least, time.monotonic() - started)
        if least <= SLOWEST:
            break
    return least


def ask_everything(engine: SearchEngine, language: str) -> tuple[int, float]:
    """How many questions were asked, and the seconds for the slowest; whatever is raised goes through."""
    asked, slowest = 0, 0.0
    for number, text in enumerate(strings()):
        page = (1, 10**12, -5, 0)[number % 4] if number % 9 == 0 else 1
        size = (10, 0, -1, 10**12)[number % 4] if number % 7 == 0 else 10
        filters = {"kind": (text[:50],)} if number % 5 == 0 else {}
        query = SearchQuery(text, language, filters, page, size, facets=None if number % 4 == 0 else ())
        slowest = max(slowest, quickest(partial(engine.search, query)))
        if number % 6 == 0:
            slowest = max(slowest, quickest(partial(engine.autocomplete, text, language)))
        asked += 1
    return asked, slowest


def main(kind: str, where: str) -> int:
    """Ask the engine in a folder or at an address; the exit code says what went wrong."""
    from search.engines.elastic.engine import ElasticEngine
    from search.engines.embedded.engine import EmbeddedEngine
    from tests.search.samples import SETTINGS

    if kind == "embedded":
        engine: SearchEngine = EmbeddedEngine(Path(where), SETTINGS)
    else:
        address, _, prefix = where.rpartition("#")
        engine = ElasticEngine(address, prefix, SETTINGS, patience=30.0)
    try:
        asked, slowest = ask_everything(engine, "fr")
    except SearchUnavailable as error:
        print(f"unavailable: {error}")
        return 3
    print(f"{asked} questions, slowest {slowest:.3f} s")
    return 4 if slowest > SLOWEST else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
