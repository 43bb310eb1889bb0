"""`make bench-pages`: processor time per request of the running site, with 100 and 5,000 articles (SIZES="...")."""

import os
import statistics
import tempfile
import urllib.request
from pathlib import Path

import psutil

from tests.servers.site import Site

SIZES = [int(size) for size in os.environ.get("SIZES", "100 5000").split()]
RUNS, REQUESTS = 5, 40
PAGES = {
    "home": "/fr/",
    "index": "/fr/actualites/",
    "article": "/fr/actualites/le-retour-volontaire-a-ramene-2-377-personnes-chez-elles-en-2021/",
    "programme": "/fr/programmes/retour-volontaire-et-reintegration-avrr/",
    "contacts": "/fr/contacts-presse/",
    "search": "/fr/recherche/?q=formation",
}


def processor_seconds(pid: int) -> float:
    """Return user and system time of a process and all below it."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(process.cpu_times().user + process.cpu_times().system for process in tree)


def cost(site: Site, path: str) -> float:
    """Return the median over the runs of the processor milliseconds per request."""
    found = []
    for run in range(RUNS + 1):
        before = processor_seconds(site.process.pid)
        for _request in range(REQUESTS):
            with urllib.request.urlopen(site.url + path) as response:
                response.read()
        if run:
            found.append((processor_seconds(site.process.pid) - before) / REQUESTS * 1000)
    return statistics.median(found)


def main() -> None:
    """Measure each page at each size; print a table in Markdown."""
    rows: dict[str, list[str]] = {name: [] for name in PAGES}
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.prepare()
        for size in SIZES:
            site.manage("make_articles", str(size), seconds=7200)
            site.start()
            for name, path in PAGES.items():
                rows[name].append(f"{cost(site, path):.1f}")
            site.stop()
    print(f"| processor ms per request | {' | '.join(f'{size} articles' for size in SIZES)} |")
    print("| --- |" + " --- |" * len(SIZES))
    for name, values in rows.items():
        print(f"| {name} | {' | '.join(values)} |")


if __name__ == "__main__":
    main()
