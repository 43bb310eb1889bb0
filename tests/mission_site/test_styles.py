"""The style sheet: logical, from tokens, readable in light and dark, small."""

import re

import brotli
import pytest
from django.template.loader import render_to_string

from mission_site.static_join import SOURCE, joined, sources, squeeze

BUDGET = 6_500
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height"
    r"|(?:min|max)-(?:width|height)|text-align:\s*(?:left|right)|float)\s*:"
)
MEDIA = re.compile(r"@media[^{]*{")
SHEETS = [path for path in sources() if path.stem != "print"]


def tokens(dark: bool) -> dict[str, str]:
    """The colours by name, in light or dark."""
    css = (SOURCE / "tokens.css").read_text(encoding="utf-8")
    light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", light))
    return found | (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", rest)) if dark else {})


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["paper", "wash", "notice"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "strong", "error", "open"])
def test_every_text_colour_stands_out_seven_to_one_on_every_ground(text, ground, dark):
    colours = tokens(dark)
    wanted = 7 if text in ("ink", "accent", "strong") else 4.5
    assert contrast(colours[text], colours[ground]) >= wanted


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), [("on-accent", "accent"), ("on-accent", "strong"), ("on-bar", "bar")])
def test_words_on_buttons_and_on_the_bar_stand_out_seven_to_one(text, ground, dark):
    colours = tokens(dark)
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_the_edge_of_a_control_stands_out_three_to_one(ground, dark):
    colours = tokens(dark)
    assert contrast(colours["edge"], colours[ground]) >= 3


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_no_property_names_a_side_of_the_screen(path):
    css = MEDIA.sub("", path.read_text(encoding="utf-8"))
    assert not PHYSICAL.findall(css)


@pytest.mark.parametrize("path", [path for path in SHEETS if path.stem != "tokens"], ids=lambda path: path.stem)
def test_colours_are_named_in_the_tokens_only(path):
    # A selection is dark on yellow in both modes, and logos need white paper whatever the page has.
    css = path.read_text(encoding="utf-8").replace("::selection { background: var(--sun); color: #14202b }", "")
    assert not COLOUR.findall(css.replace("background: #fff", ""))


def test_the_whole_sheet_is_joined_in_order_and_small():
    css = joined()
    assert css.index("@layer reset,") < css.index("@layer tokens{") < css.index(".rows") < css.index("@media print")
    assert len(brotli.compress(css.encode())) <= BUDGET


def test_nothing_is_fetched_by_the_style_sheet():
    assert "url(" not in joined() and "@import" not in joined() and "@font-face" not in joined()


def test_squeezing_takes_comments_and_blanks_and_leaves_strings():
    css = '/* gone */ a::before { content: "a  ;  { b" ; color : red; }\n\n b  >  c { width: calc(1px + 2px) }'
    assert squeeze(css) == 'a::before{content:"a  ;  { b";color : red}b>c{width:calc(1px + 2px)}\n'


def test_collecting_and_looking_find_the_joined_sheet(settings, tmp_path):
    from django.contrib.staticfiles import finders

    settings.DATA_DIR = tmp_path
    finders.get_finder.cache_clear()
    found = finders.find("css/site.css")
    finders.get_finder.cache_clear()
    assert found and found.startswith(str(tmp_path))
    with open(found, encoding="utf-8") as file:
        assert file.read() == joined()


def test_paper_leaves_out_what_one_clicks_and_what_is_true_for_a_moment():
    css = (SOURCE / "print.css").read_text(encoding="utf-8")
    hidden = next(line for line in css.splitlines() if ".foot" in line)
    assert {".screen-only", ".card .state", ".desk .state", ".related"} <= {
        part.strip() for part in hidden.split("{")[0].split(",")
    }
    assert ".printed, .on-paper { display: none }" in css and ".on-paper { display: block }" in css
    desk = {"hours": "HOURS", "url": "/x/", "next_open": "TOMORROW", "is_open": False}
    shown = render_to_string("components/press_desk.html", {"desk": desk})
    assert '<p class="on-paper">HOURS</p>' in shown
    assert '<dd class="screen-only">TOMORROW</dd>' in shown and '<p class="screen-only"><a href="/x/">' in shown
    card = {"name": "N", "hours": "HOURS", "vcard_url": "/c.vcf"}
    shown = render_to_string("components/contact_card.html", {"card": card})
    assert '<p class="on-paper">HOURS</p>' in shown and '<li class="screen-only"><a href="/c.vcf">' in shown
