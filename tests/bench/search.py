"""`make bench-search`: both engines, Wagtail's own search on SQLite and on PostgreSQL; SIZE=100000 articles by default.

ONLY="embedded elasticsearch sqlite postgresql" chooses; DATA=folder keeps the made articles for the next run. A run
with everything and the full size writes the report.
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

from tests.bench import made
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
    "page": ("the whole search page of three words, as sent, p50 / p99 ms", "60"),
    "autocomplete": ("suggestions while typing, p50 / p99 ms", "10"),
    "published": ("from publication to found, p50 / p95 ms", "200"),
    "rebuild": ("rebuild through Django, documents/s", "500"),
    "memory_own": ("memory of a process that searches, its own, MB", "300"),
    "memory": ("its peak, mapped files of the index included, MB", ""),
    "memory_built": ("peak of the process that rebuilt, mapped files included, MB", ""),
    "server": ("memory of the server, MB", ""),
}
NOTES = """\
A document is one language of one article. Times are by the clock, for the whole answer in Python: results, total,
marks and counts; in brackets, for the engine that runs within the asking process, its processor time, which other
work on the machine stretches less. Embedded and Elasticsearch are asked as readers ask, with the editors' synonyms
and correction. Wagtail's search has neither marks nor facets nor correction, and one entry for all languages of a
page: its "three words" are results and total alone, and its time to found includes the publication itself. A question
that takes more than 10 s is given up, a row is asked 300 times or for half a minute; the site itself waits 0.8 s for
Elasticsearch, then its embedded stand-in answers. Every process holds about 105 MB of Django and the site before it
searches; the peak includes the resident part of the index's files, which all processes share. The embedded engine
keeps the counts of its last 200 questions until the index changes; hardly any question is asked twice here."""


def measured(site: Site, module: str, *steps: str, **environment: str) -> dict[str, Any]:
    """What the steps of a measuring program say, each in a process of its own."""
    said: dict[str, Any] = {}
    for step in steps:
        command = [sys.executable, "-m", f"tests.bench.{module}", step]
        done = subprocess.run(
            command, cwd=ROOT, env=site.environment | environment, stdout=subprocess.PIPE, text=True, check=True
        )
        said |= json.loads(done.stdout.strip().splitlines()[-1])
        print(f"{module} {step}: {said}", flush=True)
    return said


def results(folder: Path) -> dict[str, dict[str, Any]]:
    """First what takes long and answers nobody, the articles and Wagtail's own indexes; then one engine after another.

    What this machine lacks is said and left out.
    """
    found: dict[str, dict[str, Any]] = {}
    with contextlib.ExitStack() as stack:
        site = made.site(folder / "site", SIZE)
        sites = {"sqlite": site}
        if "postgresql" in ONLY:
            with available("postgresql"):
                sites["postgresql"] = _postgresql(stack, folder)
        for name in [name for name in sites if name in ONLY]:
            found[name] = measured(sites[name], "search_wagtail", "build")
        if "embedded" in ONLY:
            found["embedded"] = measured(site, "search_ours", "build", "ask", SEARCH_ENGINE="embedded")
        if "elasticsearch" in ONLY:
            with available("elasticsearch"):
                found["elasticsearch"] = _elasticsearch(site)
        for name in [name for name in sites if name in found]:
            found[name] |= measured(sites[name], "search_wagtail", "ask")
    return {name: found[name] for name in NAMES if name in found}


def _postgresql(stack: contextlib.ExitStack, folder: Path) -> Site:
    """A site on a server that stays until the end."""
    server = stack.enter_context(disposable_postgresql())
    return made.site(folder / "other", SIZE, {"DATABASE_URL": server.url})


def _elasticsearch(site: Site) -> dict[str, Any]:
    """The same site with a server that is stopped at once: it takes a gigabyte."""
    with elasticsearch_address() as url:
        found = measured(site, "search_ours", "build", "ask", SEARCH_ENGINE="elasticsearch", ELASTICSEARCH_URL=url)
        return found | {"version": elasticsearch_version(url)}


@contextlib.contextmanager
def available(name: str) -> Iterator[None]:
    """Say what is missing and go on."""
    try:
        yield
    except PartMissing as missing:
        print(f"{NAMES[name]} is not measured: {missing}", file=sys.stderr)


def section(found: dict[str, dict[str, Any]]) -> str:
    """What docs/benchmarks.md tells of it."""
    head = ["", "target", *(NAMES[engine] for engine in found)]
    rows = [
        [label, target, *(str(said.get(key, "")) for said in found.values())] for key, (label, target) in ROWS.items()
    ]
    versions = {NAMES[engine].split()[-1]: said.get("version", "") for engine, said in found.items()}
    return "\n\n".join(
        (
            "## Search",
            f"{SIZE:,} articles in two languages ({SIZE * 2:,} documents) of the project's own generator.",
            machine("tantivy", "Django", "wagtail", **{key: value for key, value in versions.items() if value}),
            table(head, rows),
            NOTES,
        )
    )


def main() -> None:
    """Measure, print, and write the report after a run of the full size or when WRITE=1."""
    with tempfile.TemporaryDirectory(prefix="bench-search-") as name:
        found = results(Path(name))
    text = section(found)
    print(f"\n{text}")
    if (SIZE >= FULL and {*found} == {*NAMES}) or os.environ.get("WRITE"):
        replace_section("search", text)


if __name__ == "__main__":
    main()
