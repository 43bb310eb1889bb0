"""Walks a page with the keyboard alone and looks at the focus."""

from playwright.sync_api import Page

# What differs from the unfocused element, or stands out by itself: an outline drawn by us, on the screen.
SEEN = """() => {
  const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
  const isOnScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return it !== document.body && isOnScreen && box.width > 1 && box.height > 1
    && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""
# Controls that Tab has not reached: rendered, not disabled, not taken out, and without the mark.
LEFT_OUT = """() => [...document.querySelectorAll("a[href], button, input, select, summary, video[controls]")]
  .filter((it) => it.checkVisibility() && !it.disabled && it.type !== "hidden" && it.tabIndex >= 0)
  .filter((it) => it.dataset.reached === undefined).map((it) => it.outerHTML.slice(0, 160))"""
MARK = """() => {
  const it = document.activeElement;
  if (it === document.body || it === document.documentElement) return null;
  const isNew = it.dataset.reached === undefined;
  it.dataset.reached = "yes";
  return { isNew, html: it.outerHTML.slice(0, 160) };
}"""


def press(page: Page, key: str) -> None:
    """Press one key."""
    page.keyboard.press(key)


def is_seen(page: Page) -> bool:
    """Whether what has the focus is on the screen, with an outline of two pixels or more (WCAG 2.4.7, 2.4.11)."""
    return bool(page.evaluate(SEEN))


def go_to(page: Page, selector: str, most: int = 150) -> None:
    """Press Tab until an element of this selector has the focus; fail when none is reached or it is not seen."""
    for _step in range(most):
        press(page, "Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            assert is_seen(page), f"the focus on {selector} is not seen"
            return
    raise AssertionError(f"{selector} is not reached in {most} steps")


def walk(page: Page, most: int) -> tuple[list[str], list[str]]:
    """Press Tab until the focus leaves the page; return controls it did not reach, and those where it was not seen."""
    unseen = []
    for _step in range(most):
        press(page, "Tab")
        here = page.evaluate(MARK)
        if here is None:
            return page.evaluate(LEFT_OUT), unseen
        # The parts inside a player have a focus of the browser's own.
        if here["isNew"] and not here["html"].startswith("<video") and not is_seen(page):
            unseen.append(here["html"])
    raise AssertionError(f"the focus has not left the page after {most} steps")
