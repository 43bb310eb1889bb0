"""The news list: newest first, filtered, by pages."""

from datetime import date

import pytest
from django.urls import reverse

from news.models import NewsIndexPage
from tests.factories import make_index, make_news, make_programme, make_region

pytestmark = pytest.mark.django_db


def titles(client, query="", language="fr", follow=False):
    url = NewsIndexPage.objects.get().url_in(language)
    response = client.get(url + query, follow=follow)
    assert response.status_code == 200
    return [page.title for page in response.context["rows"]]


def test_news_stand_newest_first_and_those_without_date_last(client):
    make_news(title="old", date=date(2015, 1, 1))
    make_news(title="undated", date=None, date_precision="unknown")
    make_news(title="new", date=date(2022, 1, 1))
    assert titles(client) == ["new fr", "old fr", "undated fr"]


def test_a_page_that_is_public_in_one_language_is_listed_in_that_language_only(client):
    make_news(title="both")
    make_news(["en"], title="english")
    assert titles(client) == ["both fr"]
    assert set(titles(client, language="en")) == {"both en", "english en"}


def test_filters_narrow_together(client):
    programme, region = make_programme(), make_region()
    make_news(title="right", date=date(2021, 3, 1), kind="story", programmes=[programme], regions=[region])
    make_news(title="other year", date=date(2020, 3, 1), kind="story", programmes=[programme], regions=[region])
    make_news(title="other kind", date=date(2021, 3, 1), kind="release", programmes=[programme], regions=[region])
    make_news(title="no programme", date=date(2021, 3, 1), kind="story", regions=[region])
    query = f"?year=2021&kind=story&programme={programme.slug}&region={region.slug}"
    assert titles(client, query) == ["right fr"]


@pytest.mark.parametrize(
    "query", ["?year=abc", "?kind=x", "?programme=no", "?region=%00", "?year=99999999999999999999"]
)
def test_a_filter_that_makes_no_sense_lists_nothing_and_does_not_fail(client, query):
    make_news(title="one")
    assert titles(client, query) == []


@pytest.mark.parametrize(
    ("query", "expected"), [("?page=999", "a 0 fr"), ("?page=x", "a 24 fr"), ("?page=-1", "a 0 fr")]
)
def test_a_page_number_out_of_range_shows_a_page_that_exists(client, query, expected):
    for number in range(25):
        make_news(title=f"a {number}", date=date(2020, 1, number + 1))
    assert expected in titles(client, query, follow=True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?page=1", ""),
        ("?page=99", "?page=2"),
        ("?page=-3", "?page=2"),
        ("?page=02", "?page=2"),
        ("?page=x", ""),
        ("?page=9&year=2020", "?year=2020&page=2"),
        ("?page=2&kind=story", "?kind=story"),
        ("?page=99&year=abcd", "?year=abcd"),
    ],
)
def test_a_page_number_that_does_not_exist_leads_to_the_address_of_the_one_shown(client, query, expected):
    for number in range(25):
        make_news(title=f"a {number}", date=date(2020, 1, number + 1))
    url = NewsIndexPage.objects.get().url_in("fr")
    response = client.get(url + query)
    assert (response.status_code, response["Location"]) == (302, url + expected)
    assert client.get(response["Location"]).status_code == 200


def test_a_draft_is_in_no_list(client):
    make_news(title="public")
    make_news(title="secret", live=False)
    assert titles(client) == ["public fr"]


def test_a_list_narrowed_to_a_programme_leads_to_its_feed(client):
    programme = make_programme()
    make_news(programmes=[programme])
    index = make_index(NewsIndexPage)
    feed = reverse("news_feed_programme", kwargs={"slug": programme.slug, "format_name": "atom"})
    assert f'href="{feed}"' in client.get(index.url, {"programme": programme.slug}).content.decode()
    assert client.get(feed).status_code == 200
    both = client.get(index.url, {"programme": programme.slug, "kind": "release"}).content.decode()
    assert f'href="{feed}"' not in both


def a_list_of_two_pages():
    for number in range(21):
        make_news(title=f"a {number}", kind="story", date=date(2020, 1, number + 1))
    return NewsIndexPage.objects.get()


def test_a_later_page_says_so_in_its_title_and_stands_for_itself(client):
    index = a_list_of_two_pages()
    address = index.full_url_in("fr")
    first, second = (client.get(index.url_in("fr") + query).content.decode() for query in ("", "?page=2"))
    assert f"<title>{index.title} – page 2 sur 2" in second and "– page" not in first
    assert f'rel="canonical" href="{address}"' in first
    assert f'rel="canonical" href="{address}?page=2"' in second
    assert "hreflang" in first.split("</head>")[0] and "hreflang" not in second.split("</head>")[0]


def test_a_later_page_of_a_narrowed_list_stands_for_the_whole_list(client):
    index = a_list_of_two_pages()
    html = client.get(index.url_in("fr") + "?kind=story&page=2").content.decode()
    assert f'rel="canonical" href="{index.full_url_in("fr")}"' in html
    assert "– page 2 sur 2" in html


def test_where_filters_find_nothing_the_advice_is_to_take_them_away(client):
    make_news(kind="release")
    index = NewsIndexPage.objects.get()
    main = client.get(index.url_in("fr") + "?kind=story").content.decode().split("<main")[1]
    advice = main.split('class="empty"')[1].split("</section>")[0]
    assert "Retirez un filtre" in advice and f'<a href="{index.url_in("fr")}">' in advice
    assert "moins de mots" not in advice


def test_a_list_that_is_empty_anyway_has_no_filter_to_take_away(client):
    index = make_index(NewsIndexPage)
    assert "Retirez un filtre" not in client.get(index.url_in("fr")).content.decode()


def switch(client, query):
    """Where the switch of languages leads from the French list."""
    html = client.get(NewsIndexPage.objects.get().url_in("fr") + query).content.decode()
    return html.split('class="languages"')[1].split('<a href="')[1].split('"')[0].replace("&amp;", "&")


def test_the_switch_of_languages_keeps_what_was_chosen_but_not_the_page(client):
    index = a_list_of_two_pages()
    assert switch(client, "?kind=story&page=2") == index.url_in("en") + "?kind=story"
    assert switch(client, "?kind=nonsense") == switch(client, "?other=x") == index.url_in("en")


def test_the_switch_of_languages_keeps_a_programme_that_the_other_list_knows(client):
    programme = make_programme()
    make_news(title="mine", programmes=[programme])
    make_news(title="other")
    there = switch(client, f"?programme={programme.slug}")
    assert titles(client, "?" + there.partition("?")[2], language="en") == ["mine en"]


def test_the_switch_of_languages_leaves_out_a_programme_that_is_not_there(client):
    programme = make_programme(["fr"])
    make_news(programmes=[programme], kind="story")
    assert switch(client, f"?kind=story&programme={programme.slug}").endswith("/?kind=story")


def test_the_choices_of_filters_begin_with_a_capital(client):
    make_news()
    form = client.get(NewsIndexPage.objects.get().url_in("fr")).context["filters"]
    assert [label for _value, label in form.fields["kind"].choices if label[:1].islower()] == []
