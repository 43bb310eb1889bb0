"""What readers on a thin line get: few bytes, text first, nothing that jumps."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from languages import registry
from tests.reading.places import EVERY_LANGUAGE, PAGE_TYPES, first_paths, search_address
from tests.reading.weighing import TEXT, total, weigh

KB = 1000
BUDGET, HOME_BUDGET, SCRIPT_BUDGET, PHONE_BUDGET, LIGHT_BUDGET = 14 * KB, 18 * KB, 3 * KB, 90 * KB, 25 * KB
PHONE = {"viewport": {"width": 412, "height": 915}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
# What moved since the text was there: what moves while the page itself is still coming is not the pictures' doing.
WATCH_SHIFTS = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.shifted = [];
  const since = performance.now();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.startTime > since)
      window.shifted.push([entry.value, ...entry.sources.map(({ node }) => node && (node.outerHTML || node.data))]);
  }).observe({ type: "layout-shift" });
  done();
})))"""
BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.initiatorType)"""
SCROLL = """(to) => new Promise((done) => {
  scrollTo(0, to);
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
MISSING = """() => [...document.images].filter((image) => {
  const box = image.getBoundingClientRect();
  return !image.complete && box.bottom >= 0 && box.top <= innerHeight;
}).map((image) => (image.closest("picture") || image).outerHTML)"""


def let_through(page: Page, held: list[Route]) -> None:
    """Answer the requests for pictures inside the window, until all of them are there."""
    for _turn in range(500):
        missing = page.evaluate(MISSING)
        if not missing:
            return
        for route in list(held):
            if any(urlsplit(route.request.url).path in picture for picture in missing):
                held.remove(route)
                route.continue_()
        page.wait_for_timeout(20)
    pytest.fail(f"never loaded: {missing}")


@pytest.fixture(scope="module")
def paths(demo_site) -> dict[str, dict[str, str]]:
    """Path of one page of each type of the demo, by language and type."""
    return {code: first_paths(demo_site, PAGE_TYPES, code) for code in registry.codes()}


@EVERY_LANGUAGE
def test_text_style_and_script_keep_to_the_budget_on_every_page_type_and_in_search(read, demo_site, paths, code):
    over = {}
    for name, path in {**paths[code], "search": search_address(code, q="formation")}.items():
        parts = weigh(read(demo_site.url, **PHONE), path, whole=False)
        most = HOME_BUDGET if name == "HomePage" else BUDGET
        if total(parts, TEXT) > most:
            over[name] = total(parts, TEXT)
        assert total(parts, {"script"}) <= SCRIPT_BUDGET
        assert total(parts, {"font"}) == 0
    assert over == {}


@EVERY_LANGUAGE
def test_a_whole_article_and_the_front_page_keep_to_the_budget_of_a_phone(read, demo_site, paths, code):
    for name in ("NewsPage", "HomePage"):
        parts = weigh(read(demo_site.url, **PHONE), paths[code][name])
        assert total(parts, {"image"}) > 0, "the page shows no picture"
        assert total(parts) <= PHONE_BUDGET, parts


@EVERY_LANGUAGE
def test_the_light_version_of_every_page_type_keeps_to_its_budget_even_with_every_block_filled(read, filled_site, code):
    for by_code in filled_site.addresses.values():
        saving = read(filled_site.url, **PHONE, extra_http_headers={"Save-Data": "on"})
        parts = weigh(saving, by_code[code])
        assert {part.path for part in parts if part.kind == "image" and "/media/" in part.path} == set()
        assert total(parts) <= LIGHT_BUDGET, parts


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", ["HomePage", "NewsPage", "ProgrammePage"])
def test_only_the_page_and_its_one_style_sheet_come_before_the_first_text(read, filled_site, name, code):
    page = read(filled_site.url, **PHONE).open(filled_site.addresses[name][code])
    assert page.evaluate(BLOCKING) == ["link"]


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_nothing_jumps_when_a_picture_comes_that_is_being_looked_at(read, filled_site, name):
    page, held = read(filled_site.url, **PHONE).page, []
    page.route("**/media/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(filled_site.url + filled_site.addresses[name][registry.default()], wait_until="domcontentloaded")
    page.evaluate(WATCH_SHIFTS)
    for position in range(0, page.evaluate("document.documentElement.scrollHeight"), PHONE["viewport"]["height"] // 2):
        page.evaluate(SCROLL, position)
        let_through(page, held)
    assert page.evaluate("window.shifted") == []
