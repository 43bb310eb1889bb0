"""Zoom, narrow screens, wide text spacing, big enough targets, forced colours, print, no motion."""

import pytest

from languages import registry
from tests.reading.places import EVERY_LANGUAGE, NOTHING, PAGE_TYPES, nowhere, search_address

# 400 % of 1280 by 1024 pixels is a window of 320 by 256 (WCAG 1.4.10).
WINDOWS = ({"width": 320, "height": 256}, {"width": 320, "height": 900}, {"width": 412, "height": 915})
# What reaches over the edge although it does not scroll in a box of its own.
OVER_THE_EDGE = """() => {
  const most = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > most) found.push("the page scrolls sideways");
  for (const it of document.querySelectorAll("body *")) {
    const box = it.getBoundingClientRect();
    if (box.width > 1 && box.right > most + 1 && it.checkVisibility() && !it.closest(".table, svg, .hidden, video"))
      found.push(it.outerHTML.slice(0, 120));
  }
  return found;
}"""
# Text that is cut off by a box of fixed height or width (WCAG 1.4.4, 1.4.12).
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((it) => {
  const style = getComputedStyle(it);
  return it.checkVisibility() && !it.closest(".hidden, .table, svg, select, video, details:not([open])")
    && ["hidden", "clip"].includes(style.overflowY) && it.scrollHeight > it.clientHeight + 1;
}).map((it) => it.outerHTML.slice(0, 120))"""
# Every text that somebody may write becomes one long word; words of our own that stay in one piece are left.
LONG_WORDS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const left = `script, style, button, .button, select, table, svg, time, .tag, .call, .value, .menu, .press-line,
    .languages`;
  let node, changed = 0;
  while ((node = walk.nextNode()))
    if (node.data.trim().length > 3 && !node.parentElement.closest(left)) {
      node.data = "anticonstitutionnellement".repeat(5);
      changed++;
    }
  return changed;
}"""
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


def every_shape(page):
    """Return what is wrong with the page in narrow windows, as it is and with the reader's own text spacing."""
    found = []
    for step in ("as it is", "spaced"):
        if step == "spaced":
            page.evaluate(SPACING)
        for window in WINDOWS:
            page.set_viewport_size(window)
            found += [f"{step} {window['width']}: {one}" for one in page.evaluate(OVER_THE_EDGE)]
            found += [f"{step} {window['width']}: cut off {one}" for one in page.evaluate(CUT_OFF)]
    return found


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_nothing_scrolls_sideways_or_is_cut_off_at_400_percent_or_with_wide_spacing(read, filled_site, name, code):
    assert every_shape(read(filled_site.url).open(filled_site.addresses[name][code])) == []


def test_no_long_word_widens_a_page_of_any_type_nor_the_search(read, filled_site):
    person, code = read(filled_site.url), registry.default()
    paths = {name: by_code[code] for name, by_code in filled_site.addresses.items()}
    wide = {}
    for name, path in {**paths, "search": search_address(code, q="migration")}.items():
        page = person.open(path)
        assert page.evaluate(LONG_WORDS) > 10
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(OVER_THE_EDGE):
                wide[name, width] = found
    assert wide == {}


@EVERY_LANGUAGE
def test_nothing_scrolls_sideways_on_search_and_where_there_is_no_page(read, demo_site, code):
    person = read(demo_site.url)
    for path in (search_address(code, q="formation"), search_address(code, q=NOTHING * 12)):
        assert every_shape(person.open(path)) == []
    assert every_shape(person.open(nowhere(code), status=404)) == []


# WCAG 2.5.8: 24 by 24 pixels, or 24 pixels of room around; links within a sentence are exempt.
SMALL = """() => [...document.querySelectorAll("button, input, select, summary, nav a, .foot a, .press-line a, .call")]
  .filter((it) => it.checkVisibility() && it.type !== "hidden")
  .map((it) => [it.outerHTML.slice(0, 120), it.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 || box.width < 24).map(([html]) => html)"""
# What is told apart by its background alone disappears in forced colours.
BORDERS = """() => [...document.querySelectorAll("button, input:not([type=hidden]), select")]
  .filter((it) => it.checkVisibility()).filter((it) => {
    const style = getComputedStyle(it);
    return style.borderStyle === "none" || parseFloat(style.borderWidth) < 1;
  }).map((it) => it.outerHTML.slice(0, 120))"""
MOVES = """() => [...document.querySelectorAll("*")].filter((it) => {
  const style = getComputedStyle(it), seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  return seconds(style.transitionDuration) > 0 || seconds(style.animationDuration) > 0;
}).map((it) => it.tagName)"""
HIDDEN_ON_PAPER = (".press-line", ".menu", ".find", ".share", ".crumbs", ".foot")


@pytest.mark.parametrize("name", ["HomePage", "NewsPage", "ContactIndexPage", "NewsIndexPage"])
def test_every_target_is_24_pixels_high_and_wide(read, filled_site, name):
    page = read(filled_site.url).open(filled_site.addresses[name][registry.default()])
    for width in (320, 412, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SMALL) == []


def test_in_forced_colours_controls_keep_their_edges_and_the_focus_its_ring(read, demo_site):
    page = read(demo_site.url, forced_colors="active").open(search_address(registry.default(), q="formation"))
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(BORDERS) == []
    page.locator("#search").focus()
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_paper_shows_the_text_with_address_and_date_and_nothing_to_click(read, filled_site, name):
    page = read(filled_site.url, color_scheme="dark").open(filled_site.addresses[name][registry.default()])
    page.emulate_media(media="print")
    assert page.locator("h1").first.is_visible()
    assert page.locator(".printed").is_visible()
    assert filled_site.addresses[name][registry.default()] in page.locator(".printed").inner_text()
    assert [selector for selector in HIDDEN_ON_PAPER if page.locator(selector).first.is_visible()] == []
    ink, paper = page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert len(page.pdf()) > 1000


def test_nothing_moves_for_readers_who_asked_for_no_motion(read, filled_site):
    person = read(filled_site.url, reduced_motion="reduce")
    for by_code in filled_site.addresses.values():
        assert person.open(by_code[registry.default()]).evaluate(MOVES) == []
