"""Readers whose browser runs no script: they read, search, filter and switch all the same."""

import pytest

from languages import registry
from tests.reading.watching import Reader

DEFAULT = registry.default()
OTHER = next(code for code in registry.codes() if code != DEFAULT)


@pytest.fixture
def plain(read, demo_site) -> Reader:
    """A reader of the demo without scripts."""
    return read(demo_site.url, java_script_enabled=False)


@pytest.fixture
def filled(read, filled_site) -> Reader:
    """A reader of the filled site without scripts."""
    return read(filled_site.url, java_script_enabled=False)


def test_the_menu_leads_to_every_section(plain):
    page = plain.open(f"/{DEFAULT}/")
    addresses = [link.get_attribute("href") for link in page.locator(".menu a").all()]
    assert len(addresses) > 3
    for address in addresses:
        page = plain.open(address)
        assert page.locator("h1").is_visible()
        assert page.locator(".menu [aria-current]").get_attribute("href") == address


def test_search_finds_narrows_and_opens_a_page(plain):
    page = plain.open(f"/{DEFAULT}/")
    page.fill("#find", "retour")
    page.click(".find button")
    assert "q=retour" in page.url
    before = page.locator("main .results li").count()
    assert before > 0
    page.locator(".facets li a").first.click()
    assert 0 < page.locator("main .results li").count() <= before
    wanted = page.locator("main .results h2 a").first.get_attribute("href")
    page.locator("main .results h2 a").first.click()
    assert page.url.endswith(wanted.split("?")[0])
    assert page.locator("h1").is_visible()


def test_a_box_that_suggests_is_a_plain_field_without_scripts(plain):
    page = plain.open(f"/{DEFAULT}/")
    assert page.locator("#find").get_attribute("role") is None
    assert page.locator("button[data-copy]:visible").count() == 0


def test_news_are_filtered_and_the_choice_is_taken_back(plain):
    page = plain.open(f"/{DEFAULT}/actualites/")
    every = page.locator(".rows li").count()
    page.locator(".filters select[name=kind]").select_option(index=1)
    page.click(".filters button")
    assert 0 < page.locator(".rows li").count() < every
    page.locator(".filters .actions a").click()
    assert page.locator(".rows li").count() == every


def test_a_contact_is_found_by_the_form(plain):
    page = plain.open(f"/{DEFAULT}/contacts-presse/")
    every = page.locator(".cards > li").count()
    page.fill(".filters input[name=q]", page.locator(".cards h3").last.inner_text())
    page.click(".filters button")
    assert 0 < page.locator(".cards > li").count() < every


def test_the_language_switch_leads_to_the_same_page(filled, filled_site):
    for by_code in filled_site.addresses.values():
        page = filled.open(by_code[DEFAULT])
        page.locator(f".languages a[lang={OTHER}]").click()
        assert page.url == filled.base + by_code[OTHER]


def test_gallery_and_video_are_shown_and_the_transcript_opens(filled, filled_site):
    page = filled.open(filled_site.addresses["NewsPage"][DEFAULT])
    pictures = page.locator(".gallery img")
    assert pictures.count() == 2
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        address = picture.get_attribute("src")
        assert filled.context.request.get(filled.base + address).ok
    video = page.locator("video")
    assert video.get_attribute("controls") is not None
    assert filled.context.request.get(filled.base + video.locator("source").get_attribute("src")).ok
    assert filled.context.request.get(filled.base + video.locator("track").get_attribute("src")).ok
    page.locator(".video summary").click()
    assert page.locator(".video details p").first.is_visible()


def test_the_figures_of_a_chart_are_also_a_table(filled, filled_site):
    page = filled.open(filled_site.addresses["ProgrammePage"][DEFAULT])
    assert page.locator(".chart svg rect").count() == 2
    page.locator(".chart summary").click()
    assert page.locator(".chart tbody tr").count() == 2


def test_the_light_version_stays_until_the_reader_takes_it_back(plain):
    page = plain.open(f"/{DEFAULT}/")
    assert page.locator("main img").count() > 0
    page.locator(".foot a[href*='light=1']").click()
    assert page.locator("img").count() == 0
    page.locator(".rows h3 a").first.click()
    assert "light=1" in page.url and page.locator("img").count() == 0
    page.fill("#find", "retour")
    page.click(".find button")
    assert "light=1" in page.url
    page.locator(".foot a[href*='light=0']").click()
    assert "light=0" in page.url
