"""Times questions by the clock, and stops waiting for those that take too long."""

import json
import random
import resource
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import psutil

from mission_site.demo import rarities

ROUNDS = 300
GIVEN_UP = 10.0  # seconds for one question
PATIENCE = 30.0  # seconds for one row: a slow engine is asked fewer times
# Words of the generated articles: those that a tenth or more of them have, and with them less common ones and names,
# of which the last are in hardly any.
WORDS = {
    "fr": "formation coopérative retour apprentis santé bourses emploi abri familles enseignants marché".split(),
    "en": "course cooperative home apprentice health grants job shelter families teachers market".split(),
}
NAMES = [rarities.name(kind, place) for kind in ("hamlet", "circle") for place in (2, 30, 300, 3000)]
ALL_WORDS = {
    "fr": [*WORDS["fr"], *"cahiers ruches tamis poulies lentilles alambics microscopes".split(), *NAMES],
    "en": [*WORDS["en"], *"notebooks hives sieves pulleys lentils stills microscopes".split(), *NAMES],
}


class TooSlow(Exception):
    """A question was given up."""


def row(ask: Callable[[int], object], rounds: int = ROUNDS, part: int = 99, processor: bool = False) -> str:
    """Median and a percentile of the milliseconds that a question takes; how often it was asked when less often.

    `processor`: in brackets the same of this process's processor time, when the engine is within it.
    """
    took: list[float] = []
    worked: list[float] = []
    deadline = time.monotonic() + PATIENCE
    try:
        ask(-1)
        while not took or (len(took) < rounds and time.monotonic() < deadline):
            begun, idle = time.perf_counter(), time.process_time()
            told = ask(len(took))
            took.append(told * 1000 if isinstance(told, float) else (time.perf_counter() - begun) * 1000)
            worked.append((time.process_time() - idle) * 1000)
    except TooSlow:
        return f"more than {GIVEN_UP:.0f} s"
    said = _percentiles(took, part)
    said = f"{said} ({_percentiles(worked, part)})" if processor else said
    return said if len(took) == rounds else f"{said}, {len(took)} times"


def _percentiles(milliseconds: list[float], part: int) -> str:
    ordered = sorted(milliseconds)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[min(len(ordered) - 1, len(ordered) * part // 100)]:.1f}"


def waiting(interrupt: Callable[[], object], ask: Callable[[], object]) -> object:
    """What a question answers; `interrupt` is called when it takes too long, and TooSlow raised."""
    begun = time.monotonic()
    timer = threading.Timer(GIVEN_UP, interrupt)
    timer.start()
    try:
        return ask()
    except Exception as error:
        if time.monotonic() - begun >= GIVEN_UP:
            raise TooSlow from error
        raise
    finally:
        timer.cancel()


def questioned(dice: random.Random, number: int, count: int, spoil: bool = False) -> tuple[str, str]:
    """A language, in turn, and so many of its words: one alone may be rare, several are common enough to meet."""
    code = ("fr", "en")[number % 2]
    words = dice.sample(WORDS[code] if count > 1 else ALL_WORDS[code], count)
    return code, " ".join(spoilt(word) if spoil else word for word in words)


def spoilt(word: str) -> str:
    """A word without its fourth letter."""
    return word[:3] + word[4:]


def memory() -> str:
    """The most memory this process has had, in MB, the resident part of mapped files (the index) included."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


def own_memory() -> str:
    """What this process has for itself now, in MB: without mapped files, which processes share and the system drops."""
    mapped = psutil.Process().memory_info()
    return f"{(mapped.rss - mapped.shared) / 2**20:.0f}"


def bar(name: str, total: int) -> Callable[[int], None]:
    """A progress bar on a terminal, nothing elsewhere."""

    def draw(done: int) -> None:
        if sys.stderr.isatty() and total:
            filled = min(30, 30 * done // total)
            print(f"\r{name} [{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end="", file=sys.stderr)

    return draw


def run(steps: dict[str, Callable[[], dict[str, Any]]]) -> None:
    """Run the step that the command line names under Django; its findings are the last line printed."""
    import django

    django.setup()
    print(json.dumps(steps[sys.argv[1]]()))
