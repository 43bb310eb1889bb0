"""`make bench-pages`: processor time per request beside a bare Wagtail page, with 100, 5,000 and 100,000 articles.

SIZES="100 1000" measures other sizes; LIGHTHOUSE=no leaves the browser out; DATA=folder keeps the made articles for the
next run. Written to docs/benchmarks.md.
"""

import contextlib
import os
import secrets
import shutil
import sqlite3
import statistics
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench import lighthouse, made, report, thin_line
from tests.bench.bare import bare_site_running
from tests.servers.site import Site

SIZES = [int(size) for size in os.environ.get("SIZES", "100 5000 100000").split()]
RUNS, REQUESTS = 5, 80
# Nothing is remembered for any of them: each costs as much as many others.
REQUESTS_AFTER_CHANGES = 5
BARE = "bare Wagtail page"
WHEN = ("after a change", "first reader", "again")
PAGES = {
    "article": "/fr/actualites/le-retour-volontaire-a-ramene-2-377-personnes-chez-elles-en-2021/",
    "home": "/fr/",
    "index": "/fr/actualites/",
    "filtered index": "/fr/actualites/?year=2021",
    "search": "/fr/recherche/?q=formation",
    "programme": "/fr/programmes/retour-volontaire-et-reintegration-avrr/",
    "contacts": "/fr/contacts-presse/",
}
BUDGETS = {"article": 20, "home": 25, "index": 25, "search": 25}
BARE_THEN = 12  # milliseconds of a bare page where the budgets were set
# An answer to a query the site does not write itself is not kept.
ANEW = "measured=1"
EXPLAINED = """
Processor milliseconds per request of the server's whole process tree (user and system), median of {runs} runs of
{requests} requests, French pages. *After a change* ({few} requests): something was published before each request, so
that nothing at all is remembered. *First reader*: the page is kept nowhere, and what pages share (menu, press desk,
cards, rows of lists, choices of filters, components drawn for the same values, and for the search page the counts of
the same question) is known since the last change.
*Again*: the same address once more, answered from memory; the search page is never kept. Budgets of a first reader:
article 20 ms, home, index and search 25 ms where the bare page costs 12 ms. The bare page is the front page of
`wagtail start`, served likewise with the same settings. All sites run side by side, and in each run every one of them
is asked in turn: other work on the machine, which raises all figures alike, cannot tell the sizes apart. The second
table gives the costs of a first reader in bare pages.
"""


@dataclass(frozen=True)
class Costs:
    """What one page costs, in milliseconds by size: after a change, for its first reader, again; a bare page then."""

    changed: list[float]
    first: list[float]
    again: list[float]
    bare: float


@dataclass(frozen=True)
class Served:
    """A site that runs: the process of its server, its address, its folder."""

    pid: int
    url: str
    folder: Path

    def publish(self) -> None:
        """Leave the mark of a publication (pages/changes.py), by this process: the server only reads it."""
        with contextlib.closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=30)) as opened, opened:
            opened.execute("INSERT INTO pages_contentchange (token) VALUES (?)", [secrets.randbits(62)])


def processor_seconds(pid: int) -> float:
    """Return user and system time of a process and all below it."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(process.cpu_times().user + process.cpu_times().system for process in tree)


def in_turn(places: list[tuple[Served, str]], requests: int = REQUESTS, changes: bool = False) -> list[float]:
    """Return for each address the median over the runs of the processor milliseconds per request, all asked in each
    run; one more run goes before."""
    found: list[list[float]] = [[] for _place in places]
    for run in range(RUNS + 1):
        for (site, path), costs in zip(places, found, strict=True):
            before = processor_seconds(site.pid)
            for _request in range(requests):
                if changes:
                    site.publish()
                with urllib.request.urlopen(site.url + path, timeout=60) as response:
                    response.read()
            if run:
                costs.append((processor_seconds(site.pid) - before) / requests * 1000)
    return [statistics.median(costs) for costs in found]


def server_of(site: Site) -> int:
    """Return the process of the server; the worker beside it is not the readers' cost."""
    children = psutil.Process(site.process.pid).children()
    return next(child.pid for child in children if "granian" in " ".join(child.cmdline()))


def indexed(folder: Path, size: int) -> Site:
    """A site with so many articles, indexed, in a folder that is not there yet; with DATA a copy of the kept one."""
    data = os.environ.get("DATA")
    kept = Path(data).resolve() / f"indexed-{size}" if data else folder
    if not (kept / "indexed").exists():
        shutil.rmtree(kept, ignore_errors=True)
        made.manage(made.site(kept, size), "search_rebuild")
        (kept / "indexed").touch()
    if kept != folder:
        shutil.copytree(kept, folder)
    found = Site(folder)
    found.manage("migrate", "--verbosity=0", seconds=made.HOURS)
    return found


@contextlib.contextmanager
def all_sites() -> Iterator[tuple[Served, list[Served]]]:
    """The bare site and one site of each size, all running."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-pages-")))
        beside = folder / "bare"
        beside.mkdir()
        address, pid = stack.enter_context(bare_site_running(beside))
        sites = []
        for size in SIZES:
            site = indexed(folder / str(size), size)
            stack.callback(site.stop)
            site.start()
            sites.append(Served(server_of(site), site.url, site.folder))
        yield Served(pid, address.rstrip("/"), beside), sites


def measured() -> dict[str, Costs]:
    """Return the costs of each page."""
    found = {}
    with all_sites() as (bare, sites):
        for name, path in PAGES.items():
            anew = path + ("&" if "?" in path else "?") + ANEW
            changed = in_turn([(site, anew) for site in sites], REQUESTS_AFTER_CHANGES, changes=True)
            *first, of_bare = in_turn([*((site, anew) for site in sites), (bare, "/")])
            found[name] = Costs(changed, first, in_turn([(site, path) for site in sites]), of_bare)
            print(name, *rows({name: found[name]})[1][2:], flush=True)
    return found


def spread(values: list[float]) -> str:
    """Return how much more the dearest costs than the cheapest."""
    return f"{(max(values) / min(values) - 1) * 100:.0f} %"


def rows(found: dict[str, Costs]) -> list[list[str]]:
    """Return the table of milliseconds: per page its budget and, for each size, the three costs."""
    bare = statistics.median(costs.bare for costs in found.values())
    table = [[BARE, "", *["", f"{bare:.1f}", ""] * len(SIZES)]]
    for name, costs in found.items():
        by_size = zip(costs.changed, costs.first, costs.again, strict=True)
        table.append([name, str(BUDGETS.get(name, "")), *(f"{value:.1f}" for three in by_size for value in three)])
    return table


def ratios(found: dict[str, Costs]) -> list[list[str]]:
    """Return the table of first readers in bare pages: budget, each size, and how much the sizes differ."""
    table = []
    for name, costs in found.items():
        budget = f"{BUDGETS[name] / BARE_THEN:.2f}" if name in BUDGETS else ""
        table.append([name, budget, *(f"{value / costs.bare:.2f}" for value in costs.first), spread(costs.first)])
    return table


def main() -> None:
    """Measure each page at each size and write the section."""
    found = measured()
    head = ["ms", "budget", *(f"{size:,}: {when}" for size in SIZES for when in WHEN)]
    explained = EXPLAINED.format(runs=RUNS, requests=REQUESTS, few=REQUESTS_AFTER_CHANGES)
    text = ["## Pages", report.machine("Django", "wagtail", "granian"), explained]
    text.append(report.table(head, rows(found)))
    head = ["first reader, in bare pages", "budget", *(f"{size:,}" for size in SIZES), "spread"]
    text.append(report.table(head, ratios(found)))
    if os.environ.get("LIGHTHOUSE", "yes") != "no":
        print("Lighthouse", flush=True)
        scores = lighthouse.table({name: path for name, path in PAGES.items() if name != "search"})
        text += ["Lighthouse, performance on a phone over TLS, medians of three:", "\n".join(scores)]
        with thin_line.secure_demo() as site:
            waits = thin_line.table(site, PAGES)
        text += ["On a line of 50 kB/s with 150 ms to the server, over TLS, medians of five:", "\n".join(waits)]
    report.replace_section("pages", "\n\n".join(part.strip() for part in text))
    print("\n\n".join(text[3:]))


if __name__ == "__main__":
    main()
