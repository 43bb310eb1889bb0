"""`make bench-pages`: processor time per request beside a bare Wagtail page, with 100, 5,000 and 100,000 articles.

SIZES="100 1000" measures other sizes; LIGHTHOUSE=no leaves the browser out. Written to docs/benchmarks.md.
"""

import os
import statistics
import tempfile
import urllib.request
from pathlib import Path

import psutil

from tests.bench import lighthouse, report
from tests.bench.bare import bare_site_running
from tests.servers.site import Site

SIZES = [int(size) for size in os.environ.get("SIZES", "100 5000 100000").split()]
RUNS, REQUESTS = 5, 40
HOURS = 4 * 3600
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
# An answer to a query the site does not write itself is not kept.
ANEW = "measured=1"
EXPLAINED = """
Processor milliseconds per request of the server's whole process tree (user and system), median of {runs} runs of
{requests} requests, French pages. *First reader*: the page is kept nowhere; what all pages share until the content
changes (menu, press desk, choices of filters, numbers of lists, components drawn for the same values) is, as in any
process that has answered before. *Again*: the same address once more, answered from memory while nothing has changed;
the search page is never kept. Budgets of a first reader: article 20 ms, home, index and search 25 ms. The bare page
is the front page of `wagtail start`, in the same run, by the same server with the same settings. Other work on the
machine raises all figures alike: compare with the bare page.
"""


def processor_seconds(pid: int) -> float:
    """Return user and system time of a process and all below it."""
    tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    return sum(process.cpu_times().user + process.cpu_times().system for process in tree)


def cost(pid: int, address: str) -> float:
    """Return the median over the runs of the processor milliseconds per request; one more run goes before."""
    found = []
    for run in range(RUNS + 1):
        before = processor_seconds(pid)
        for _request in range(REQUESTS):
            with urllib.request.urlopen(address, timeout=60) as response:
                response.read()
        if run:
            found.append((processor_seconds(pid) - before) / REQUESTS * 1000)
    return statistics.median(found)


def server_of(site: Site) -> int:
    """Return the process of the server; the worker beside it is not the readers' cost."""
    children = psutil.Process(site.process.pid).children()
    return next(child.pid for child in children if "granian" in " ".join(child.cmdline()))


def bare_page() -> float:
    """Return the cost of the front page of a bare site."""
    print("bare Wagtail page", end=" ", flush=True)
    with tempfile.TemporaryDirectory() as folder, bare_site_running(Path(folder)) as (address, pid):
        found = cost(pid, address)
    print(f"{found:.1f} ms", flush=True)
    return found


def measured(site: Site, size: int) -> dict[str, tuple[float, float]]:
    """Return the cost of each page for its first reader and again."""
    print(f"{size} articles: making them", flush=True)
    site.manage("make_articles", str(size), seconds=HOURS)
    site.start()
    found = {}
    try:
        for name, path in PAGES.items():
            anew = site.url + path + ("&" if "?" in path else "?") + ANEW
            found[name] = cost(server_of(site), anew), cost(server_of(site), site.url + path)
            print(f"{size} articles: {name} {found[name][0]:.1f} ms, again {found[name][1]:.1f} ms", flush=True)
    finally:
        site.stop()
    return found


def rows(bare: float, found: dict[int, dict[str, tuple[float, float]]]) -> list[list[str]]:
    """Return the table: per page its budget, for each size the cost of the first reader and again, and the growth."""
    sizes = list(found)
    made = [["bare Wagtail page", "", *[f"{bare:.1f}", ""] * len(sizes), ""]]
    for name in PAGES:
        first = [found[size][name][0] for size in sizes]
        cells = [f"{value:.1f}" for size in sizes for value in found[size][name]]
        made.append([name, str(BUDGETS.get(name, "")), *cells, f"{(max(first) / min(first) - 1) * 100:.0f} %"])
    return made


def main() -> None:
    """Measure each page at each size and write the section."""
    bare, found = bare_page(), {}
    with tempfile.TemporaryDirectory() as folder:
        site = Site(Path(folder))
        site.prepare()
        for size in SIZES:
            found[size] = measured(site, size)
    head = ["page", "budget", *(f"{size:,}: {who}" for size in SIZES for who in ("first reader", "again")), "spread"]
    text = ["## Pages", report.machine("Django", "wagtail", "granian"), EXPLAINED.format(runs=RUNS, requests=REQUESTS)]
    text.append(report.table(head, rows(bare, found)))
    if os.environ.get("LIGHTHOUSE", "yes") != "no":
        print("Lighthouse", flush=True)
        scores = lighthouse.table({name: path for name, path in PAGES.items() if name != "search"})
        text += ["Lighthouse, performance on a phone over TLS, medians of three:", "\n".join(scores)]
    report.replace_section("pages", "\n\n".join(part.strip() for part in text))
    print(text[3])


if __name__ == "__main__":
    main()
