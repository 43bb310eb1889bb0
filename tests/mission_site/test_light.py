"""The light version: no pictures unless asked, carried by links, without cookie or script."""

import pytest

from home.models import HomePage
from mission_site.light import carry
from news.models import NewsIndexPage
from tests.factories import make_index, make_news, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def home_with_picture():
    """The front page with a release that has a picture."""
    make_index(NewsIndexPage)
    make_news(listing_picture=make_picture())
    return HomePage.objects.get()


def test_the_light_version_shows_no_picture_and_says_what_it_shows(client, home_with_picture):
    full = client.get(home_with_picture.url).content.decode()
    light = client.get(home_with_picture.url + "?light=1").content.decode()
    assert "<picture" in full
    assert "<picture" not in light and "<img" not in light
    assert "Hills" in light


def test_save_data_asks_for_the_light_version_and_the_answer_varies_by_it(client, home_with_picture):
    answer = client.get(home_with_picture.url, headers={"save-data": "on"})
    assert "<picture" not in answer.content.decode()
    assert "Save-Data" in answer["Vary"]


def test_a_reader_with_save_data_can_have_the_pictures(client, home_with_picture):
    answer = client.get(home_with_picture.url + "?light=0", headers={"save-data": "on"})
    assert "<picture" in answer.content.decode()


def test_the_choice_is_kept_by_every_link_of_the_site_and_sets_no_cookie(client, home_with_picture):
    answer = client.get(home_with_picture.url + "?light=1")
    html = answer.content.decode()
    assert f'href="{NewsIndexPage.objects.get().url}?light=1"' in html
    assert not answer.cookies


def test_links_that_leave_the_site_and_files_do_not_carry_the_choice():
    html = (
        '<a href="https://example.org/">x</a><a href="//example.org/">x</a><a href="/media/a.pdf">x</a>'
        '<a href="/documents/1/a.pdf">x</a><a href="#main">x</a><a href="tel:+212500000001">x</a>'
    )
    assert carry(html, "1") == html


def test_the_choice_joins_a_query_and_stands_before_a_fragment():
    assert carry('<a class="x" href="/fr/?page=2#top">', "1") == '<a class="x" href="/fr/?page=2&amp;light=1#top">'
    assert carry('<a href="?page=2">', "0") == '<a href="?page=2&amp;light=0">'
    assert carry('<a href="/fr/?light=0">', "1") == '<a href="/fr/?light=0">'


def test_search_forms_carry_the_choice():
    assert '<input type="hidden" name="light" value="1">' in carry('<form role="search" action="/fr/recherche/">', "1")


def test_nonsense_in_the_parameter_is_not_written_back(client, home_with_picture):
    answer = client.get(home_with_picture.url, {"light": '"><script>alert(1)</script>'})
    assert b"<script>alert" not in answer.content
