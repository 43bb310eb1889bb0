"""`make bench-search`: both engines, Wagtail's own search on SQLite and on PostgreSQL; SIZE=100000 articles by default.

ONLY="embedded elasticsearch sqlite postgresql" chooses; a run with everything and the full size writes the report.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.report import machine, replace_section, table
from tests.servers.elasticsearch import elasticsearch_address
from tests.servers.elasticsearch import version as elasticsearch_version
from tests.servers.parts import PartMissing
from tests.servers.postgresql import disposable_postgresql
from tests.servers.site import ROOT, Site

SIZE = int(os.environ.get("SIZE", "100000"))
FULL = 100_000
NAMES = {
    "embedded": "embedded",
    "elasticsearch": "Elasticsearch",
    "sqlite": "Wagtail's search, SQLite",
    "postgresql": "Wagtail's search, PostgreSQL",
}
ONLY = os.environ.get("ONLY", " ".join(NAMES)).split()
ROWS = {
    "one_word": ("one word, p50 / p99 ms", ""),
    "three_words": ("three words, highlights, six facets, p50 / p99 ms", "60"),
    "filtered": ("the same, narrowed by kind and year, p50 / p99 ms", "60"),
    "typing_error": ("one word with a typing error, p50 / p99 ms", ""),
    "autocomplete": ("suggestions while typing, p50 / p99 ms", "10"),
    "published": ("from publication to found, p50 / p95 ms", "200"),
    "rebuild": ("rebuild through Django, documents/s", "500"),
    "memory": ("memory of a process that searches, MB", "300"),
    "memory_built": ("memory of the process that rebuilt, MB", ""),
    "memory_checked": ("memory of search_check, MB", "300"),
    "server": ("memory of the server, MB", ""),
}
NOTES = """\
A document is one language of one article. Times are by the clock, for the whole answer in Python: results, total,
marks and counts. Embedded and Elasticsearch are asked as readers ask, with the editors' synonyms and correction.
Wagtail's search has neither marks nor facets nor correction, and one entry for all languages of a page: its
"three words" are results and total alone, and its time to found includes the publication itself. A question that
takes more than 10 s is given up."""


def manage(site: Site, *arguments: str) -> None:
    """Run a command on the site, its progress on this terminal."""
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=site.environment, check=True)


def filled(site: Site) -> Site:
    """A site with the demo content and the generated articles, not indexed."""
    site.manage("migrate", "--verbosity=0", seconds=3600)
    site.manage("load_demo", seconds=3600)
    print(f"{SIZE} articles in two languages:", flush=True)
    manage(site, "make_articles", str(SIZE), "--no-index")
    return site


def measured(site: Site, module: str, **environment: str) -> dict[str, Any]:
    """What the steps of a measuring program say, each in a process of its own."""
    said: dict[str, Any] = {}
    for step in ("build", "ask", "check"):
        command = [sys.executable, "-m", f"tests.bench.{module}", step]
        done = subprocess.run(
            command, cwd=ROOT, env=site.environment | environment, stdout=subprocess.PIPE, text=True, check=True
        )
        said |= json.loads(done.stdout.strip().splitlines()[-1])
        print(f"  {said}", flush=True)
    return said


def results(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Measure one after another; what this machine lacks is said and left out."""
    site = filled(Site(folder / "site")) if {*ONLY} & {"embedded", "elasticsearch", "sqlite"} else None
    if site and "embedded" in ONLY:
        yield "embedded", measured(site, "search_ours", SEARCH_ENGINE="embedded")
    if site and "elasticsearch" in ONLY:
        with available("elasticsearch"), elasticsearch_address() as url:
            found = measured(site, "search_ours", SEARCH_ENGINE="elasticsearch", ELASTICSEARCH_URL=url)
            yield "elasticsearch", found | {"version": elasticsearch_version(url)}
    if site and "sqlite" in ONLY:
        yield "sqlite", measured(site, "search_wagtail")
    if "postgresql" in ONLY:
        with available("postgresql"), disposable_postgresql() as server:
            (folder / "other").mkdir()
            other = filled(Site(folder / "other", environment={"DATABASE_URL": server.url}))
            yield "postgresql", measured(other, "search_wagtail")


@contextlib.contextmanager
def available(name: str) -> Iterator[None]:
    """Say what is missing and go on."""
    try:
        yield
    except PartMissing as missing:
        print(f"{NAMES[name]} is not measured: {missing}", file=sys.stderr)


def main() -> None:
    """Measure, print, and write the report after a run of the full size or when WRITE=1."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        folder = Path(name)
        (folder / "site").mkdir()
        found = {}
        for engine, said in results(folder):
            print(f"{NAMES[engine]}: {said}", flush=True)
            found[engine] = said
    head = ["", "target", *(NAMES[engine] for engine in found)]
    rows = [
        [label, target, *(str(said.get(key, "")) for said in found.values())] for key, (label, target) in ROWS.items()
    ]
    versions = {NAMES[engine].split()[-1]: said.get("version", "") for engine, said in found.items()}
    text = "\n\n".join(
        (
            "## Search",
            f"{SIZE:,} articles in two languages ({SIZE * 2:,} documents) of the project's own generator.",
            machine("tantivy", "Django", "wagtail", **{key: value for key, value in versions.items() if value}),
            table(head, rows),
            NOTES,
        )
    )
    print(f"\n{text}")
    if (SIZE >= FULL and {*found} == {*NAMES}) or os.environ.get("WRITE"):
        replace_section("search", text)


if __name__ == "__main__":
    main()
