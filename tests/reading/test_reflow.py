"""Zoom, narrow screens, wide text spacing, big enough targets, forced colours, print, no motion."""

import pytest
from wagtail.models import get_page_models

from languages import registry
from pages.models import BasePage
from tests.reading.places import NOTHING, nowhere, search_address

PAGE_TYPES = [model.__name__ for model in get_page_models() if model is not BasePage]
EVERY_LANGUAGE = pytest.mark.parametrize("code", registry.codes())
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


@EVERY_LANGUAGE
def test_nothing_scrolls_sideways_on_search_and_where_there_is_no_page(read, demo_site, code):
    person = read(demo_site.url)
    for path in (search_address(code, q="formation"), search_address(code, q=NOTHING * 12)):
        assert every_shape(person.open(path)) == []
    assert every_shape(person.open(nowhere(code), status=404)) == []
