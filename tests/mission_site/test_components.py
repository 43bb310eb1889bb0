"""Components keep the rules of the house, in the tree as it stands: a new one is covered the moment it exists."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from languages import registry
from mission_site.styleguide.variants import variants
from mission_site.styleguide.views import FRAME, component_names, takes

ROOT = Path(__file__).resolve().parent.parent.parent
STYLES = ROOT / "mission_site" / "static" / "css" / "components"
INCLUDE = re.compile(r'{% include "components/[^%]*%}')
# Parts of another component, written once for its two kinds of lists.
PARTS = {name for name in component_names() if name.endswith("_item")}


def styles_of(name: str) -> str:
    """The name of a component's style sheet: variants of one thing (notice_closed) share theirs."""
    parts = name.split("_")
    names = ["_".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return next((one for one in names if (STYLES / f"{one}.css").exists()), "")


@pytest.mark.parametrize("name", component_names())
def test_a_component_says_what_it_takes(name):
    assert takes(name).startswith("Takes: ")


@pytest.mark.parametrize("name", component_names())
def test_a_component_has_its_style_sheet(name):
    assert styles_of(name)


def test_every_style_sheet_of_a_component_belongs_to_one():
    shared = {"button", "state", "story"}
    used = {styles_of(name) for name in component_names()}
    assert {path.stem for path in STYLES.glob("*.css")} - shared <= used


def test_every_component_is_shown_in_the_style_guide():
    shown = set(variants(registry.default()))
    assert set(component_names()) - set(FRAME) - PARTS == shown


def test_components_are_included_with_only_what_they_are_given():
    faults = [
        f"{path.relative_to(ROOT)}: {include}"
        for path in ROOT.glob("*/templates/**/*.html")
        for include in INCLUDE.findall(path.read_text(encoding="utf-8"))
        if not re.search(r"\bonly\s*%}$", include)
    ]
    assert not faults


@pytest.mark.parametrize("code", [*registry.codes(), "ar"])
def test_every_variant_renders_in_every_language(code):
    with translation.override(code):
        for name, shown in variants(code).items():
            for label, values in shown:
                assert render_to_string(f"components/{name}.html", values).strip(), f"{name} {label}"


HOSTILE = "<script>alert(1)</script>\"'"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (
            "news_rows",
            {"items": [{"url": "/x", "title": HOSTILE, "place": HOSTILE, "kind": HOSTILE, "date": {"text": HOSTILE}}]},
        ),
        ("quote", {"text": HOSTILE, "speaker": HOSTILE, "role": HOSTILE, "original_language": HOSTILE}),
        ("search_form", {"action": "/x", "id": "q", "query": HOSTILE}),
        ("empty", {"query": HOSTILE, "suggestion": {"text": HOSTILE, "url": HOSTILE}}),
        ("notice_closed", {"name": HOSTILE, "date": HOSTILE, "url": HOSTILE}),
        ("notice_corrected", {"text": HOSTILE, "date": HOSTILE}),
        (
            "figure",
            {
                "picture": {"src": HOSTILE, "alt": HOSTILE, "width": 1, "height": 1},
                "caption": HOSTILE,
                "credit": HOSTILE,
            },
        ),
        (
            "contact_card",
            {"card": {"name": HOSTILE, "role": HOSTILE, "email": HOSTILE, "languages": HOSTILE, "covers": [HOSTILE]}},
        ),
        (
            "chart",
            {
                "title": HOSTILE,
                "what": HOSTILE,
                "period": HOSTILE,
                "rows": [{"label": HOSTILE, "value": 1, "display": HOSTILE}],
            },
        ),
        ("table", {"caption": HOSTILE, "head": [HOSTILE], "rows": [[HOSTILE]], "has_row_headings": True}),
        ("share", {"url": HOSTILE, "title": HOSTILE}),
        (
            "footer",
            {"organisation": {"name": HOSTILE, "address": HOSTILE, "links": [{"name": HOSTILE, "url": HOSTILE}]}},
        ),
    ],
)
def test_markup_in_a_value_is_shown_and_never_run(name, values):
    html = render_to_string(f"components/{name}.html", values)
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html or "%3Cscript%3E" in html


def test_a_chart_is_mirrored_in_right_to_left_languages_and_keeps_its_table():
    rows = [{"label": "2020", "value": 10, "display": "10"}, {"label": "2021", "value": 40, "display": "40"}]
    with translation.override("ar"):
        mirrored = render_to_string("components/chart.html", {"title": "x", "rows": rows})
    with translation.override(registry.default()):
        plain = render_to_string("components/chart.html", {"title": "x", "rows": rows})
    assert 'x="75.0%"' in mirrored and 'width="25.0%"' in mirrored
    assert 'x="0%"' in plain
    assert plain.count("<tr>") == 3


def test_a_chart_of_zeros_has_bars_of_no_width():
    rows = [{"label": "2020", "value": 0, "display": "0"}]
    assert 'width="0.0%"' in render_to_string("components/chart.html", {"title": "x", "rows": rows})
