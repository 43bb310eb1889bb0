"""What every public answer carries, and what it never carries."""

import pytest

from tests.factories import make_home, make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    make_home()
    return ["/fr/", make_news().url_in("en"), "/fr/recherche/?q=x", "/fr/nothing-here/", "/sitemap.xml", "/robots.txt"]


def test_public_pages_allow_nothing_but_the_site_itself(client, addresses):
    for address in addresses:
        policy = client.get(address).headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'"), address
        assert "unsafe" not in policy
        assert "http" not in policy


def test_a_reader_gets_no_cookie(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert not response.cookies, address
        assert "Cookie" not in response.headers.get("Vary", ""), address


def test_the_address_without_language_follows_the_readers_wish(client):
    response = client.get("/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/")
    assert "Accept-Language" in response.headers["Vary"]
    assert client.get("/", headers={"accept-language": "de"}).headers["Location"] == "/fr/"


def test_reading_writes_nothing(client, addresses, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for address in addresses:
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        writes = [query["sql"] for query in captured if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
        assert writes == [], address
