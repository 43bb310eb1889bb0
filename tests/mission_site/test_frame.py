"""What stands round every page: the way back, the switch of languages, the menu."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from contacts.models import ContactIndexPage
from languages import registry
from mission_site.frame import Frame
from news.models import NewsIndexPage
from tests.factories import make_home, make_index, make_news, make_standard_page

pytestmark = pytest.mark.django_db
FIRST, SECOND = registry.codes()[:2]


def frame(page, path="/"):
    """The frame of a page in the default language."""
    return Frame(RequestFactory().get(path), page)


def test_the_language_switch_leads_to_the_same_page():
    news = make_news()
    with translation.override(FIRST):
        links = {link["code"]: link for link in frame(news).languages}
    assert links[SECOND]["url"] == news.url_in(SECOND)
    assert links[SECOND]["exists"] and not links[SECOND]["is_current"]
    assert links[FIRST]["is_current"]


def test_the_language_switch_says_when_the_page_does_not_exist_there():
    news = make_news(languages=[FIRST])
    with translation.override(FIRST):
        link = next(link for link in frame(news).languages if link["code"] == SECOND)
    assert not link["exists"]
    assert link["url"] == f"/{SECOND}/"


def test_a_page_that_lacks_a_translation_says_so_in_that_language(client):
    news = make_news(languages=[FIRST])
    html = client.get(news.url_in(FIRST)).content.decode()
    assert "not translated, home page" in html


def test_the_way_back_leads_through_the_section_to_the_front_page():
    news = make_news(title="Release")
    section = NewsIndexPage.objects.get()
    with translation.override(FIRST):
        trail = frame(news).trail
    assert [link["url"] for link in trail] == [f"/{FIRST}/", section.url_in(FIRST), ""]
    assert trail[-1]["title"] == f"Release {FIRST}"


def test_the_way_back_goes_through_nested_pages():
    outer = make_standard_page(title="Outer")
    inner = make_standard_page(title="Inner", parent=outer)
    innermost = make_standard_page(title="Innermost", parent=inner)
    with translation.override(FIRST):
        titles = [link["title"] for link in frame(innermost).trail[1:]]
    assert titles == [f"Outer {FIRST}", f"Inner {FIRST}", f"Innermost {FIRST}"]


def test_the_front_page_has_no_way_back():
    assert frame(make_home()).trail == []


def test_the_menu_marks_the_page_and_its_section():
    section, other = make_index(NewsIndexPage), make_index(ContactIndexPage)
    with translation.override(FIRST):
        here = {link["title"]: link["is_current"] for link in frame(section, section.url).menu}
        below = {link["title"]: link["is_current"] for link in frame(None, section.url + "x/").menu}
    assert here == {section.title: "page", other.title: False}
    assert below == {section.title: True, other.title: False}


def test_the_whole_frame_of_a_page_costs_one_query(django_assert_num_queries, client):
    news = make_news()
    request = RequestFactory().get("/")
    with translation.override(FIRST):
        Frame(request, news).root  # noqa: B018 Wagtail remembers the site
        with django_assert_num_queries(1):
            round_it = Frame(request, news)
            assert round_it.menu and round_it.trail and round_it.languages and round_it.links == []


def test_a_plain_page_outside_the_menu_stands_in_the_footer():
    legal = make_standard_page(title="Legal")
    with translation.override(FIRST):
        assert [link["url"] for link in frame(None).links] == [legal.url]


def test_an_address_that_leads_nowhere_offers_the_page_whose_address_ends_alike(client):
    news = make_news(languages=[FIRST], title="Kept")
    with translation.override(FIRST):
        slug = news.slug
    answer = client.get(f"/{SECOND}/no/such/{slug}/")
    assert answer.status_code == 404
    assert news.url_in(FIRST) in answer.content.decode()


def test_a_page_behind_its_source_says_so_with_the_date():
    from django.utils import timezone

    news = make_news()
    setattr(news, registry.field("behind_since", SECOND), timezone.now())
    with translation.override(SECOND):
        behind = frame(news).behind
    assert behind["source"]["code"] == FIRST


def test_the_switch_says_that_an_address_that_leads_nowhere_leads_to_the_front_page(client):
    html = client.get(f"/{FIRST}/no/such/page/").content.decode()
    switch = html.split('class="languages"')[1].split("</nav>")[0]
    assert f'href="/{SECOND}/"' in switch and "not translated, home page" in switch


def test_the_switch_of_the_directory_keeps_the_words_that_were_asked_for(client):
    directory = make_index(ContactIndexPage)
    html = client.get(directory.url_in(FIRST) + "?q=Amina&page=1").content.decode()
    assert f'href="{directory.url_in(SECOND)}?q=Amina"' in html


def heads(client, address):
    """The alternates that the head of a page names."""
    lines = client.get(address).content.decode().split("</head>")[0].splitlines()
    return {line.split('hreflang="')[1].split('"')[0]: line.split('href="')[1].split('"')[0]
            for line in lines if "hreflang" in line}  # fmt: skip


def test_a_page_names_where_readers_of_other_languages_are_led(client):
    news = make_news()
    for code in (FIRST, SECOND):
        assert heads(client, news.url_in(code))["x-default"] == news.full_url_in(registry.default())
    assert heads(client, make_news([FIRST]).url_in(FIRST)) == {}


def test_the_front_page_leads_them_to_the_address_that_asks_their_browser(client):
    home = make_home()
    for code in (FIRST, SECOND):
        found = heads(client, home.url_in(code))
        assert found["x-default"] + f"{FIRST}/" == found[FIRST]
