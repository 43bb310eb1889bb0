"""Mean reciprocal rank and recall in the first ten, by class of query."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.search.judged import Judged

ENOUGH = 0.95


@dataclass(frozen=True)
class Score:
    """One class on one engine, with the queries that were not answered first."""

    queries: int
    mrr: float
    recall: float
    missed: tuple[str, ...]


def judge(asked: Iterable[Judged], answers: Callable[[Judged], list[str]]) -> dict[str, Score]:
    """Scores by class, and for all together under "all"; `answers` gives the first ten pages by their judged names."""
    rows: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for one in asked:
        pages = answers(one)[:10]
        first = next((place for place, page in enumerate(pages, 1) if page in one.right), 0)
        found = len(one.right & set(pages)) / min(len(one.right), 10)
        note = "" if first == 1 else f"{one.kind}, {one.language}: {one.text!r} wants {sorted(one.right)}: {pages[:3]}"
        for kind in (one.kind, "all"):
            rows[kind].append((1 / first if first else 0.0, found, note))
    return {kind: _score(found) for kind, found in rows.items()}


def _score(rows: list[tuple[float, float, str]]) -> Score:
    return Score(
        len(rows),
        sum(row[0] for row in rows) / len(rows),
        sum(row[1] for row in rows) / len(rows),
        tuple(row[2] for row in rows if row[2]),
    )
