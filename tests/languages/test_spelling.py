"""Addresses in capitals or with a slash too many lead to the page they mean, and to nothing else."""

import pytest

from languages import registry
from news.models import NewsIndexPage
from tests.factories import make_home, make_index, make_news

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def address():
    """The address of the news list."""
    make_home()
    return make_index(NewsIndexPage).url_in(registry.default())


def answer(client, path, **more):
    """Status and target of an answer; the path as it is, for the client takes two slashes for a host."""
    got = client.generic(more.pop("method", "GET"), "/", PATH_INFO=path, **more)
    return got.status_code, got.headers.get("Location", "")


@pytest.mark.parametrize("spell", [str.upper, lambda path: path + "/", lambda path: path.replace("/", "//"), str.title])
def test_another_spelling_leads_to_the_address_as_it_is_written(client, address, spell):
    assert answer(client, spell(address)) == (301, address)
    assert answer(client, spell(address), method="HEAD") == (301, address)
    assert answer(client, spell(address), QUERY_STRING="kind=story&Q=A") == (301, address + "?kind=story&Q=A")
    assert client.get(address).status_code == 200


def test_the_front_page_and_an_article_are_found_in_every_language(client, address):
    news = make_news()
    for code in registry.codes():
        assert answer(client, f"/{code.upper()}/") == (301, f"/{code}/")
        assert answer(client, news.url_in(code).upper()) == (301, news.url_in(code))


NOWHERE = ("{}NOTHING/", "//example.org/", "/ADMIN/", "/MEDIA/x.jpg", "/Documents/1/x.pdf", "{}//X/")


@pytest.mark.parametrize("path", NOWHERE)
def test_what_leads_nowhere_in_small_letters_stays_unfound(client, address, path):
    # Django tries an address without a language under one, for now.
    assert answer(client, path.format(address))[0] in (302, 404)


def test_a_form_sent_to_such_an_address_is_not_led_on(client, address):
    assert answer(client, address.upper(), method="POST")[0] != 301


def test_a_draft_is_not_betrayed(client, address):
    draft = make_news(live=False)
    assert answer(client, draft.url_in(registry.default()).upper())[0] == 404
