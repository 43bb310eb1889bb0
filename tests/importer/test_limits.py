"""The reader's time grows with the page and not faster, whatever stands in it: run under a limit of the system."""

import resource
import subprocess
import sys

import pytest

WORDS = "La mission a formé des associations dans la région de l'Oriental. "
PROGRAM = """
import sys
from importer.legacy import read_document
data = sys.stdin.buffer.read()
page = read_document(data)
lost = sum(each.end - each.start for each in page.account.unplaced)
print(page.account.placed + page.account.dropped + lost == page.account.characters)
"""
CPU_SECONDS = 150
PAGES = {
    "one line of 2 MB": WORDS * (2_000_000 // len(WORDS)),
    "100,000 short lines": "Un mot court\n" * 100_000,
    "4,000 items": "- un point\n" * 4_000,
    "quotation marks that open": "« " * 100_000,
    "brackets that open": "[ (\n" * 50_000,
    "tags that open": '<a href="' * 60_000,
    "elements that open": "<html>" + "<div>" * 100_000 + "x",
    "dates": "3 mai 2016 - " * 20_000,
    "numbers": "05 37 00 00 01 " * 30_000,
    "an address without end": "a" * 64 + "@" + "b." * 100_000,
    "blank lines": "\n" * 1_000_000 + "x",
    "lines that fill their width": "".join(f"La phrase {number:05d} finit au bout.\n" for number in range(6_000)),
}


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_made_to_be_slow_is_read_within_the_limit(name: str) -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", PROGRAM],
        input=PAGES[name].encode(),
        capture_output=True,
        preexec_fn=_limited,
        check=False,
    )
    assert done.returncode == 0 and done.stdout.strip() == b"True", done.stderr.decode()[-500:]
