"""An alias is a second address of the same news, never a second entry of a list."""

import pytest

from news.models import NewsIndexPage
from search import drain
from search.documents import documents_of
from tests.factories import make_news, make_programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def original():
    """A release about a programme, with an alias beside it."""
    programme = make_programme()
    page = make_news(title="Une seule entrée", programmes=[programme])
    page.programme = programme
    page.alias = page.create_alias(update_slug="second-slug")
    return page


def test_an_alias_stands_once_in_every_list(client, original):
    index = NewsIndexPage.objects.get()
    for address in (index.url_in("fr"), original.programme.url_in("fr"), "/fr/flux/actualites/atom/"):
        body = client.get(address).content.decode()
        assert original.url_in("fr") in body, address
        assert original.alias.url_in("fr") not in body, address


def test_an_alias_is_read_at_its_own_address_and_names_the_original(client, original):
    answer = client.get(original.alias.url_in("fr"))
    assert answer.status_code == 200
    assert f'rel="canonical" href="{original.full_url_in("fr")}"' in answer.content.decode()


def test_search_and_the_sitemap_know_the_original_only(client, original):
    drain.drain()
    assert [one.url for one in documents_of([original.pk, original.alias.pk]) if one.language == "fr"] == [
        original.url_in("fr")
    ]
    listed = client.get("/sitemap-pages.xml").content.decode()
    assert original.full_url_in("fr") in listed
    assert original.alias.full_url_in("fr") not in listed
