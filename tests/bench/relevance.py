"""`make bench-relevance`: how well search answers, by class of query, through the site itself: embedded, Elasticsearch,
and beside them Wagtail's own search in SQLite and, where one can be had, in PostgreSQL. Journalists' questions follow.
"""

import contextlib
import os
import subprocess
import sys
import tempfile

from tests.search.judged.scoring import ENOUGH, Score
from tests.servers.elasticsearch import elasticsearch_address
from tests.servers.parts import PartMissing

OWN = {"embedded", "elasticsearch"}
RIGHT_CARDS = 29 / 30


def measure(environment: dict[str, str], engines: list[str]) -> int:
    """Fill a site of its own in a process of its own and print what these engines make of it; its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "mission_site.settings.test"}
        command = [sys.executable, "-m", "tests.bench.relevance", *engines]
        return subprocess.run(command, env=os.environ | own | environment, check=False).returncode  # noqa: S603


def table(columns: dict[str, dict[str, Score]]) -> None:
    """Print MRR and recall@10 of each engine beside each other, a line for each class."""
    print(f"\n{'MRR / recall@10':<22}{'queries':>8}" + "".join(f"{name:>18}" for name in columns))
    for kind, score in next(iter(columns.values())).items():
        cells = "".join(f"{one[kind].mrr:>10.3f} /{one[kind].recall:>6.3f}" for one in columns.values())
        print(f"{kind:<22}{score.queries:>8}{cells}")
    for name in OWN & set(columns):
        for note in columns[name]["all"].missed:
            print(f"  {name}, not first: {note}")


def in_site(engines: list[str]) -> int:
    """Fill this process's site and judge the engines; 1 when one of ours falls short."""
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
        table(columns)
        good = all(columns[name]["all"].mrr >= ENOUGH <= columns[name]["all"].recall for name in OWN & set(columns))
        for name in [name for name in engines if name in OWN]:
            with running_site.engine(name):
                good = cards.told(name, cards.demo_questions(), RIGHT_CARDS) and good
        cards.make_people()
        for name in [name for name in engines if name in OWN]:
            with running_site.engine(name):
                good = cards.told(name, cards.generated_questions(), 0.97) and good
    finally:
        teardown_databases(kept, verbosity=0)
    return 0 if good else 1


def main() -> int:
    """Measure with SQLite and both engines, then Wagtail's search in PostgreSQL; 1 when one of ours falls short."""
    if len(sys.argv) > 1:
        return in_site(sys.argv[1:])
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(elasticsearch_address())
        except (PartMissing, RuntimeError) as missing:
            print(missing, file=sys.stderr)
            return 1
        code = measure({"ELASTICSEARCH_URL": url}, ["embedded", "elasticsearch", "wagtail-sqlite"])
        try:
            from tests.servers.postgresql import postgresql_address

            address = stack.enter_context(postgresql_address())
        except (PartMissing, RuntimeError) as missing:
            print(f"PostgreSQL is left out: {missing}", file=sys.stderr)
            return code
        measure({"DATABASE_URL": address}, ["wagtail-postgresql"])
    return code


if __name__ == "__main__":
    raise SystemExit(main())
