"""Lighthouse's performance of the main pages over TLS, median of three: called by `make bench-pages`."""

import statistics
import tempfile
from pathlib import Path

from tests.servers.npm_tools import NpmTools, npm_tools
from tests.servers.tls import SecureSite, make_certificate, secure_site_running

RUNS = 3
# A telephone of the middle class on a slow 4G line is Lighthouse's default; what readers wait for, in milliseconds.
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
SHIFT = "cumulative-layout-shift"


def measure(tools: NpmTools, address: str) -> tuple[int, list[float]]:
    """Return the median score (0 to 100) and the medians of TIMES and SHIFT over RUNS."""
    reports = [tools.lighthouse(address, ["performance"]) for _run in range(RUNS)]
    score = statistics.median(report["categories"]["performance"]["score"] * 100 for report in reports)
    values = [
        statistics.median(report["audits"][name]["numericValue"] for report in reports) for name in (*TIMES, SHIFT)
    ]
    return round(score), values


def table(paths: dict[str, str]) -> list[str]:
    """Return rows of a Markdown table for these paths (by name) of a fresh demo site over TLS."""
    rows = ["| page | performance | first text ms | largest ms | blocking ms | shift |", "| --- |" + " --- |" * 5]
    with tempfile.TemporaryDirectory() as folder:
        site = SecureSite(Path(folder) / "site", make_certificate(Path(folder)))
        site.folder.mkdir()
        site.prepare()
        with secure_site_running(site):
            for name, path in paths.items():
                score, (*times, shift) = measure(npm_tools(), site.url + path)
                rows.append(f"| {name} | {score} | {' | '.join(f'{time:.0f}' for time in times)} | {shift:.3f} |")
    return rows


def main() -> None:
    """Print the table for the pages of `make bench-pages`."""
    from tests.bench.pages import PAGES

    print("\n".join(table({name: path for name, path in PAGES.items() if name != "search"})))


if __name__ == "__main__":
    main()
