"""Tests that lack a part of the machine: counted and told at the end; with CI=true they fail."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.parts import PartMissing

SAYS = "could not run: "
# A server shared by two processes of pytest-xdist, or slow to start, is used by tests of one process only.
ONE_PROCESS = {
    "elasticsearch_url": "elasticsearch",
    "own_elasticsearch": "elasticsearch",
    "own_postgresql": "postgresql",
    "postgres_url": "postgresql",
    "demo_site": "demo_site",
}


def in_ci() -> bool:
    """Whether a missing part is a failure (`CI=true`)."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def _tell(missing: PartMissing) -> None:
    if in_ci():
        pytest.fail(str(missing), pytrace=False)
    pytest.skip(f"{SAYS}{missing}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup() -> Iterator[None]:
    """Tell of a part that a fixture did not find."""
    try:
        return (yield)
    except PartMissing as missing:
        _tell(missing)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """Tell of a part that the test itself did not find."""
    try:
        return (yield)
    except PartMissing as missing:
        _tell(missing)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Keep the tests of one server in one process; now, because pytest-xdist reads the groups before all others."""
    for fixture in getattr(item, "fixturenames", ()):
        if fixture in ONE_PROCESS:
            item.add_marker(pytest.mark.xdist_group(ONE_PROCESS[fixture]))
            break


def _reason(report: pytest.TestReport) -> str:
    """Why a test could not run; empty for tests skipped for another reason."""
    text = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else ""
    return text.partition(SAYS)[2]


def pytest_terminal_summary(terminalreporter) -> None:
    """Say which parts were missing and how many tests could not run; leave the counts for the whole run."""
    stats = terminalreporter.stats
    missing = Counter(filter(None, map(_reason, stats.get("skipped", []))))
    if missing:
        terminalreporter.section(f"{missing.total()} tests could not run", yellow=True)
        for reason, count in missing.most_common():
            terminalreporter.write_line(f"{count:4d}  {reason}")
    if os.environ.get("TEST_COUNTS"):
        counts = {kind: len(stats.get(kind, [])) for kind in ("passed", "failed", "error", "skipped")}
        Path(os.environ["TEST_COUNTS"]).write_text(json.dumps({**counts, "missing": missing}))
