"""No question and no address breaks the public pages of search, whatever the engine: no 5xx, none over a second."""

import subprocess
import sys

import pytest

from tests.search.test_elasticsearch import remove
from tests.servers.site import ROOT, Site

pytestmark = [pytest.mark.timeout(1500), pytest.mark.xdist_group("site")]


def run(site: Site, step: int = 1, **environment: str) -> subprocess.CompletedProcess:
    """The list, or one in `step` of it, in a process of its own, on the site's database and index."""
    return subprocess.run(
        [sys.executable, "-m", "tests.search.hostile_pages", str(step)],
        cwd=ROOT,
        env={**site.environment, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_three_thousand_hostile_strings_and_addresses_break_no_page(demo_site):
    done = run(demo_site)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]


def test_nor_when_elasticsearch_answers(demo_site, elasticsearch_url):
    server = {"SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_URL": elasticsearch_url}
    built = Site(demo_site.folder, environment=server)
    try:
        built.manage("search_sync")
        # The engine itself is asked all strings elsewhere.
        done = run(demo_site, 7, **server)
    finally:
        remove(elasticsearch_url, "mission")
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
