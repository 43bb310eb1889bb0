"""When a reader on a slow line sees text: 50 kB/s and 150 ms to the server, over TLS, called by `make bench-pages`."""

import contextlib
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.servers.chromium import chromium_path
from tests.servers.tls import SecureSite, make_certificate, secure_site_running

RUNS = 5
BYTES_PER_SECOND = 50_000
LATENCY = 150  # milliseconds from a request to the first byte of its answer, beside the server's own time
PHONE = {"width": 412, "height": 823}
LIGHT = "light=1"
TARGET = 2000
# The paint of the first text, and the number of bytes that came over the line until the page was complete.
MEASURED = """() => {
  const loaded = performance.getEntriesByType("navigation").concat(performance.getEntriesByType("resource"));
  const painted = performance.getEntriesByName("first-contentful-paint")[0];
  return [painted ? painted.startTime : Infinity, loaded.reduce((sum, entry) => sum + entry.transferSize, 0)];
}"""


def visit(browser: Browser, address: str) -> tuple[float, float]:
    """Return milliseconds to the first text and bytes of the whole page, for a reader who has nothing stored."""
    context = browser.new_context(viewport=PHONE, ignore_https_errors=True)
    try:
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        conditions = {"offline": False, "latency": LATENCY, "uploadThroughput": BYTES_PER_SECOND}
        line.send("Network.emulateNetworkConditions", conditions | {"downloadThroughput": BYTES_PER_SECOND})
        page.goto(address, wait_until="networkidle")
        return tuple(page.evaluate(MEASURED))
    finally:
        context.close()


def measure(browser: Browser, address: str) -> tuple[float, float]:
    """Return the medians over RUNS of what `visit` returns."""
    seen = [visit(browser, address) for _run in range(RUNS)]
    return statistics.median(text for text, _size in seen), statistics.median(size for _text, size in seen)


@contextlib.contextmanager
def secure_demo() -> Iterator[SecureSite]:
    """A fresh demo site over TLS."""
    with tempfile.TemporaryDirectory() as folder:
        site = SecureSite(Path(folder) / "site", make_certificate(Path(folder)))
        site.folder.mkdir()
        site.prepare()
        with secure_site_running(site):
            yield site


def table(site: SecureSite, paths: dict[str, str]) -> list[str]:
    """Return rows of a Markdown table for these paths, by name, as they are and in the light version."""
    rows = [f"| page | first text ms (target {TARGET}) | kB | light: first text ms | kB |", "| --- |" + " --- |" * 4]
    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        try:
            for name, path in paths.items():
                light = f"{path}{'&' if '?' in path else '?'}{LIGHT}"
                text, size = measure(browser, site.url + path)
                light_text, light_size = measure(browser, site.url + light)
                rows.append(f"| {name} | {text:.0f} | {size / 1000:.1f} | {light_text:.0f} | {light_size / 1000:.1f} |")
        finally:
            browser.close()
    return rows


def main() -> None:
    """Print the table for the pages of `make bench-pages`."""
    from tests.bench.pages import PAGES

    with secure_demo() as site:
        print("\n".join(table(site, PAGES)))


if __name__ == "__main__":
    main()
