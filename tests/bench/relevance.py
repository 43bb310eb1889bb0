"""`make bench-relevance`: how well search answers, by class of query, through the site itself: embedded, Elasticsearch,
and beside them Wagtail's own search in SQLite and, where one can be had, in PostgreSQL. Journalists' questions follow.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.bench import report
from tests.search.judged.scoring import ENOUGH, Score
from tests.servers.elasticsearch import elasticsearch_address
from tests.servers.parts import PartMissing

OWN = {"embedded", "elasticsearch"}
RIGHT_DEMO, RIGHT_GENERATED = 29 / 30, 0.97
Columns = dict[str, dict[str, Score]]


def measure(environment: dict[str, str], engines: list[str]) -> tuple[int, dict]:
    """Fill a site of its own in a process of its own and let these engines answer; its exit code and figures."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        own = {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "mission_site.settings.test"}
        command = [sys.executable, "-m", "tests.bench.relevance", str(figures), *engines]
        code = subprocess.run(command, env=os.environ | own | environment, check=False).returncode  # noqa: S603
        return code, json.loads(figures.read_text(encoding="utf-8")) if figures.exists() else {}


def lines(columns: Columns) -> tuple[list[str], list[list[str]]]:
    """A table of MRR and recall@10 of each engine beside each other, a line for each class."""
    rows = []
    for kind, score in sorted(next(iter(columns.values())).items(), key=lambda item: item[0] == "all"):
        cells = [f"{one[kind].mrr:.3f} / {one[kind].recall:.3f}" for one in columns.values()]
        rows.append([kind, str(score.queries), *cells])
    return ["MRR / recall@10", "queries", *columns], rows


def told(columns: Columns) -> None:
    """Print the table, and what our engines did not answer first."""
    head, rows = lines(columns)
    for row in (head, *rows):
        print(f"{row[0]:<22}{row[1]:>8}" + "".join(f"{cell:>20}" for cell in row[2:]))
    for name in OWN & set(columns):
        for note in columns[name]["all"].missed:
            print(f"  {name}, not first: {note}")


def in_site(figures: Path, engines: list[str]) -> int:
    """Fill this process's site, judge the engines and write the figures; 1 when one of ours falls short."""
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    kept = setup_databases(verbosity=0, interactive=False, keepdb=False)
    try:
        from tests.search.judged import cards, running_site, site

        names = site.fill()
        asked = site.asked(names)
        columns = {name: running_site.judged(name, asked, names) for name in engines}
        told(columns)
        good = all(columns[name]["all"].mrr >= ENOUGH <= columns[name]["all"].recall for name in OWN & set(columns))
        found = {}
        for label, enough in (("demo", RIGHT_DEMO), ("generated", RIGHT_GENERATED)):
            if label == "generated":
                cards.make_people()
            for name in [name for name in engines if name in OWN]:
                with running_site.engine(name):
                    questions = cards.demo_questions() if label == "demo" else cards.generated_questions()
                    found[f"{label}, {name}"] = parts = cards.told(name, questions)
                    good = good and min(parts.values()) >= enough
        strangers = sum(count for name, count in running_site.answered.items() if name not in engines)
        print(f"answered by: {dict(running_site.answered)}; by a stand-in: {strangers}")
        scores = {name: {kind: asdict(score) for kind, score in one.items()} for name, one in columns.items()}
        figures.write_text(json.dumps({"scores": scores, "cards": found, "strangers": strangers}), encoding="utf-8")
    finally:
        teardown_databases(kept, verbosity=0)
    return 0 if good else 1


def section(figures: list[dict]) -> str:
    """What docs/benchmarks.md tells of it."""
    scores = {name: one for part in figures for name, one in part.get("scores", {}).items()}
    columns = {name: {kind: Score(**score) for kind, score in one.items()} for name, one in scores.items()}
    cards = [
        [f"{label}, {where}", f"{100 * part:.1f} %"]
        for label, parts in figures[0]["cards"].items()
        for where, part in parts.items()
    ]
    return "\n\n".join(
        (
            "## Relevance",
            "Mean reciprocal rank and recall@10 (of at most ten right pages) over the demo, judged and "
            "generated articles and, where `LEGACY_PAGES` is set, the imported pages (`make bench-relevance`).",
            report.table(*lines(columns)),
            "Journalists' questions: the right card stands first (goal: 29 of 30, and 97 % of 200 with namesakes). "
            f"Questions answered by a stand-in for the engine measured: {figures[0]['strangers']}.",
            report.table(["questions, engine, where", "right"], cards),
            report.machine("tantivy", "elasticsearch", "wagtail"),
        )
    )


def main() -> int:
    """Measure with SQLite and both engines, then Wagtail's search in PostgreSQL; 1 when one of ours falls short."""
    if len(sys.argv) > 1:
        return in_site(Path(sys.argv[1]), sys.argv[2:])
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(elasticsearch_address())
        except (PartMissing, RuntimeError) as missing:
            print(missing, file=sys.stderr)
            return 1
        code, ours = measure({"ELASTICSEARCH_URL": url}, ["embedded", "elasticsearch", "wagtail-sqlite"])
        if not ours:
            return code or 1
        report.replace_section("relevance", section([ours]))
        try:
            from tests.servers.postgresql import postgresql_address

            address = stack.enter_context(postgresql_address())
        except (PartMissing, RuntimeError) as missing:
            print(f"PostgreSQL is left out: {missing}", file=sys.stderr)
            return code
        report.replace_section(
            "relevance", section([ours, measure({"DATABASE_URL": address}, ["wagtail-postgresql"])[1]])
        )
    return code


if __name__ == "__main__":
    raise SystemExit(main())
