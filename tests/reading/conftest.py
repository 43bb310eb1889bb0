"""The site with the demo, a copy of it with every block filled, and readers who are watched."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.reading.audits import Auditor
from tests.reading.watching import Reader, reader
from tests.servers.npm_tools import NpmTools
from tests.servers.site import ROOT, Site


@dataclass(frozen=True)
class Filled:
    """A site with one page of every type in which every block is filled: paths by type and language, fault pages."""

    url: str
    addresses: dict[str, dict[str, str]]
    faults: dict[str, str]


def copy_of(site: Site, folder: Path) -> Site:
    """Return a site with the same content, not started; the database is copied while it is in use."""
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("db.sqlite3*", "*.log"))
    with sqlite3.connect(site.folder / "db.sqlite3") as old, sqlite3.connect(folder / "db.sqlite3") as new:
        old.backup(new)
    return Site(folder)


@pytest.fixture(scope="session")
def filled_site(demo_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    """A second site: the demo and one page of every type with every block filled."""
    site = copy_of(demo_site, tmp_path_factory.mktemp("filled") / "site")
    command = [sys.executable, "-m", "tests.reading.fill"]
    done = subprocess.run(command, cwd=ROOT, env=site.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    try:
        site.start()
        yield Filled(site.url, **json.loads(done.stdout.partition("FILLED")[2]))
    finally:
        site.stop()


@pytest.fixture
def read(browser: Browser) -> Iterator[Callable[..., Reader]]:
    """Make readers of a site (`read(url, **settings of the context)`); at the end none has met anything amiss."""
    readers: list[Reader] = []

    def make(base: str, **settings: object) -> Reader:
        readers.append(reader(browser, base, **settings))
        return readers[-1]

    yield make
    for one in readers:
        one.leave()


@pytest.fixture(scope="session")
def auditor(npm_tools: NpmTools) -> Auditor:
    """axe-core and HTML_CodeSniffer."""
    return Auditor(npm_tools)
