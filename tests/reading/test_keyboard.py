"""Readers without a mouse: every journey with Tab, arrows and Enter, the focus always to be seen, no trap."""

import re

import pytest
from playwright.sync_api import Page, expect

from languages import registry
from tests.reading.keys import go_to, is_seen, press, walk

DEFAULT = registry.default()
OTHER = next(code for code in registry.codes() if code != DEFAULT)
MOST_STOPS = 400


@pytest.fixture
def page(read, demo_site) -> Page:
    """The front page in the default language, untouched."""
    return read(demo_site.url).open(f"/{DEFAULT}/")


def test_the_first_stop_skips_to_the_content(page):
    press(page, "Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert is_seen(page)
    press(page, "Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    press(page, "Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", ["HomePage", "NewsPage", "ContactIndexPage"])
def test_the_focus_passes_every_link_and_field_is_always_seen_and_leaves_the_page(read, filled_site, name):
    page = read(filled_site.url).open(filled_site.addresses[name][DEFAULT])
    left_out, unseen = walk(page, MOST_STOPS)
    assert unseen == []
    assert left_out == []


def test_a_release_is_found_from_the_menu_by_filtering(page):
    go_to(page, ".menu a[href*=actualites]")
    press(page, "Enter")
    page.wait_for_url("**/actualites/")
    go_to(page, ".filters select[name=kind]")
    press(page, "ArrowDown")
    go_to(page, ".filters button")
    press(page, "Enter")
    page.wait_for_url(re.compile(r"kind=\w+"))
    kinds = set(page.locator(".rows li > p:last-of-type").all_inner_texts())
    assert kinds and len({re.split(r"\s*·", kind)[0] for kind in kinds}) == 1
    go_to(page, ".rows h3 a")
    title = page.evaluate("document.activeElement.innerText")
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_the_language_is_switched_and_the_same_page_is_shown(page):
    go_to(page, f".languages a[lang={OTHER}]")
    press(page, "Enter")
    page.wait_for_url(f"**/{OTHER}/")
    assert page.locator("html").get_attribute("lang") == OTHER


def test_a_contact_is_found_and_can_be_called(page):
    go_to(page, ".menu a[href*=contacts]")
    press(page, "Enter")
    page.wait_for_url("**/contacts-presse/")
    go_to(page, ".cards h3 a, .card h3 a")
    name = page.evaluate("document.activeElement.innerText")
    press(page, "Enter")
    expect(page.locator("h1")).to_contain_text(name)
    assert page.locator("main a[href^='tel:']").count() > 0
    go_to(page, "main a[href^='tel:']")
    assert is_seen(page)


def test_suggestions_are_announced_chosen_by_arrows_and_opened(page):
    go_to(page, "#find")
    page.keyboard.type("retour", delay=20)
    options = page.locator("#find-list [role=option]")
    expect(options.first).to_be_visible()
    field = page.locator("#find")
    assert (field.get_attribute("role"), field.get_attribute("aria-expanded")) == ("combobox", "true")
    expect(page.locator(".find [role=status]")).to_contain_text(str(options.count()))
    press(page, "ArrowDown")
    chosen = field.get_attribute("aria-activedescendant")
    assert chosen == options.first.get_attribute("id")
    assert options.first.get_attribute("aria-selected") == "true"
    press(page, "ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    press(page, "ArrowDown")
    target = options.first.get_attribute("data-url")
    press(page, "Enter")
    page.wait_for_url(f"**{target}")


def test_escape_closes_the_suggestions_and_enter_searches(page):
    go_to(page, "#find")
    page.keyboard.type("retour", delay=20)
    expect(page.locator("#find-list")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    assert page.locator("#find").get_attribute("aria-expanded") == "false"
    press(page, "Enter")
    page.wait_for_url("**q=retour**")
    expect(page.locator("main .results li").first).to_be_visible()


@pytest.mark.parametrize("key", ["ArrowDown", "ArrowUp"])
def test_an_arrow_opens_the_suggestions_again(page, key):
    go_to(page, "#find")
    page.keyboard.type("retour", delay=20)
    expect(page.locator("#find-list")).to_be_visible()
    press(page, "Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    press(page, key)
    expect(page.locator("#find-list")).to_be_visible()
    assert page.locator("#find").get_attribute("aria-expanded") == "true"


def test_results_are_narrowed_by_a_facet_without_leaving_the_keyboard(read, demo_site):
    page = read(demo_site.url).open(f"/{DEFAULT}/recherche/?q=migrants")
    go_to(page, ".facets li a")
    wanted = page.evaluate("document.activeElement.getAttribute('href')")
    press(page, "Enter")
    page.wait_for_url(f"**{wanted}")
    assert page.locator(".facets [aria-current=true]").count() == 1
