"""What Lighthouse and Mozilla's Observatory score the site over TLS, as the public has it."""

import pytest

from languages import registry
from tests.reading.conftest import copy_of
from tests.reading.places import first_paths
from tests.servers.tls import SecureSite, make_certificate, secure_site_running

CATEGORIES = ("accessibility", "best-practices", "seo")
PAGES = ("HomePage", "NewsPage", "NewsIndexPage", "ProgrammePage", "ContactPage")
LEAST = 130


@pytest.fixture(scope="module")
def secure_site(demo_site, tmp_path_factory):
    """The demo with production settings over TLS."""
    folder = tmp_path_factory.mktemp("secure")
    site = SecureSite(folder / "site", make_certificate(folder))
    copy_of(demo_site, site.folder)
    with secure_site_running(site):
        yield site


def test_the_observatory_grades_it_a_plus_with_130_points_or_more(npm_tools, secure_site):
    authority = secure_site.certificate.authority
    found = npm_tools.observatory("localhost", secure_site.plain_port, secure_site.port, authority)
    assert found["verified"], "the scorer did not trust the certificate"
    assert [name for name, (_result, passed, _points) in found["tests"].items() if not passed] == []
    assert (found["grade"], found["score"] >= LEAST) == ("A+", True), found


@pytest.mark.parametrize("name", PAGES)
def test_lighthouse_gives_100_for_accessibility_best_practices_and_seo(npm_tools, secure_site, first_pages, name):
    report = npm_tools.lighthouse(secure_site.url + first_pages[name], CATEGORIES, "--throttling-method=provided")
    scores = {category: round(report["categories"][category]["score"] * 100) for category in CATEGORIES}
    wrong = [f"{audit['id']}: {audit['title']}" for audit in report["audits"].values() if audit["score"] == 0]
    assert scores == dict.fromkeys(CATEGORIES, 100), wrong


@pytest.fixture(scope="module")
def first_pages(demo_site) -> dict[str, str]:
    """The path of the first public page of each type in the default language."""
    return first_paths(demo_site, PAGES, registry.default())
