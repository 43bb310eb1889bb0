"""French typography, dates and numbers."""

import itertools
import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
from django.template import Context, Template
from django.utils.html import escape
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from languages import registry
from pages.formats import format_dates, format_day, format_number, language_name
from pages.typesetting import set_marked, set_plain
from pages.typography import elided, joined_html, spaced, spaced_html

N = "\u202f"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Pourquoi ?", f"Pourquoi{N}?"),
        ("Pourquoi?", f"Pourquoi{N}?"),
        ("Non\u00a0!", f"Non{N}!"),
        ("Quoi ?!", f"Quoi{N}?!"),
        ("Il dit : oui; puis non.", f"Il dit{N}: oui{N}; puis non."),
        ("Note: voir", f"Note{N}: voir"),
        ("« Partir »", f"«{N}Partir{N}»"),
        ("«Partir»", f"«{N}Partir{N}»"),
        ("« Partir ? »", f"«{N}Partir{N}?{N}»"),
        ("2 377 retours", f"2{N}377 retours"),
        ("1 234 567 km", f"1{N}234{N}567 km"),
        ("28 %", f"28{N}%"),
        ("l'aide d'urgence", "l\u2019aide d\u2019urgence"),
        ('La "complète" est là', f"La «{N}complète{N}» est là"),
        ('"Partir?" et "revenir"', f"«{N}Partir{N}?{N}» et «{N}revenir{N}»"),
        # What stays as it is
        ('un écran de 5" et 6"', 'un écran de 5" et 6"'),
        ('dit "oui', 'dit "oui'),
        (f'«{N}Il dit "non"{N}»', f'«{N}Il dit "non"{N}»'),
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("à 12:30", "à 12:30"),
        ("en 2016 120 personnes", "en 2016 120 personnes"),
        ("05 37 65 28 81", "05 37 65 28 81"),
        ("(!)", "(!)"),
        ("? en tête", "? en tête"),
        ("", ""),
    ],
)
def test_punctuation_is_set_apart_as_printers_do(typed, printed):
    assert spaced(typed) == printed


@given(st.text(alphabet="aé1 2«»;:!?%'&<>\u00a0\u202f\n.,()", max_size=40))
def test_setting_a_text_twice_changes_nothing(text):
    assert spaced(spaced(text)) == spaced(text)


@given(
    st.text(alphabet="ab1 «»;:!?'\u00a0", max_size=30), st.sampled_from(["<b>", "</b>", "&amp;", "<a href='x;y?z!'>"])
)
def test_html_is_set_without_touching_its_tags(text, tag):
    html = text.replace("<", "") + tag + text
    once = spaced_html(html)
    assert tag in once
    assert spaced_html(once) == once


def test_character_references_stay_whole():
    assert spaced_html("A &amp; B &lt;c&gt; &eacute;&nbsp;!") == f"A &amp; B &lt;c&gt; &eacute;{N}!"


def test_an_apostrophe_never_breaks_out_of_an_attribute():
    shown = Template("{% load typography_tags %}<a title='{{ x|typography }}'>").render(
        Context({"x": "' onmouseover='alert(1)"})
    )
    assert shown.count("'") == 2


def shown(text):
    return Template("{% load typography_tags %}{{ text|typography }}").render(Context({"text": text}))


def test_the_filter_follows_the_language_and_escapes_plain_text():
    with registry.active("fr"):
        assert shown("<b> ?") == f"&lt;b&gt;{N}?"
        assert shown(mark_safe("<b>x</b> ?")) == f"<b>x</b>{N}?"  # noqa: S308 our own
    with registry.active("en"):
        assert shown("What ?") == "What ?"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2 377 people", f"2{N}377 people"),
        ("<b>1 234 567</b> km", f"<b>1{N}234{N}567</b> km"),
        ("٢ ٣٧٧", f"٢{N}٣٧٧"),
        ("2&nbsp;377", f"2{N}377"),
        ("in 2016 120 people", "in 2016 120 people"),
        ("What ?", "What ?"),
        ('<a href="/2 377/">x 1</a>', '<a href="/2 377/">x 1</a>'),
    ],
)
def test_the_groups_of_a_number_hold_together_in_every_language(typed, printed):
    with registry.active("en"):
        assert shown(mark_safe(typed)) == printed  # noqa: S308 our own
    for direction in ("ltr", "rtl"):
        assert joined_html(typed, direction) == printed
        assert joined_html(printed, direction) == printed


def test_a_telephone_number_keeps_its_order_right_to_left():
    once = joined_html("اتصل 05 37 65 28 81 أو +212 537 65 28 81 في 2016", "rtl")
    assert "\u206605 37 65 28 81\u2069" in once and "\u2066+212 537 65 28 81\u2069" in once
    assert joined_html(once, "rtl") == once
    assert "\u2066" not in joined_html("05 37 65 28 81", "ltr")


def test_a_date_says_no_more_than_is_known():
    day, end = date(2016, 5, 16), date(2016, 5, 18)
    with registry.active("fr"):
        assert format_dates(day) == "16 mai 2016"
        assert format_dates(day, precision="month") == "mai 2016"
        assert format_dates(day, precision="year") == "2016"
        assert format_dates(day, end, "range") == "16 au 18 mai 2016"
        assert format_dates(day, date(2016, 6, 2), "range") == "16 mai au 2 juin 2016"
        assert format_dates(None) == format_dates(day, precision="unknown") == ""
    with registry.active("en"):
        assert format_day(day) == "16 May 2016"


@pytest.mark.parametrize(
    ("typed", "printed"), [("de avril 2019", "d’avril 2019"), ("de août", "d’août"), ("de mai 2019", "de mai 2019")]
)
def test_de_gives_up_its_vowel_before_another(typed, printed):
    assert elided(typed) == printed


def test_numbers_follow_the_language():
    with registry.active("fr"):
        assert format_number(Decimal("22100.00")) == f"22{N}100"
        assert format_number(Decimal("0.5")) == "0,5"
        assert language_name("en") == "anglais"
    with registry.active("en"):
        assert format_number(2377) == "2,377"
        assert format_number(Decimal("2377.5"), "ar") == f"2{N}377,5"
        assert language_name("") == ""
        assert language_name("zz-nonsense") == "zz-nonsense"


@pytest.mark.parametrize(
    ("source", "printed"),
    [("{{ x|number }}", "2,377"), ("{{ none|number }}", ""), ("{{ word|number }}", ""), ("{{ d|day:'year' }}", "2016")],
)
def test_filters_take_nonsense_calmly(source, printed):
    with registry.active("en"):
        context = Context({"x": 2377, "none": None, "word": "many", "d": date(2016, 5, 1)})
        assert Template("{% load format_tags %}" + source).render(context) == printed


@pytest.mark.parametrize(
    ("marked", "printed"),
    [
        ("au <mark>pays</mark> : un étal", f"au <mark>pays</mark>{N}: un étal"),
        ("au pays <mark>: un</mark> étal", f"au pays{N}<mark>: un</mark> étal"),
        ("<mark>22</mark> 100 retours", f"<mark>22</mark>{N}100 retours"),
        ("l&#x27;<mark>aide</mark> médicale ; 45%", f"l’<mark>aide</mark> médicale{N}; 45{N}%"),
        ("&quot;<mark>complète</mark>&quot; &amp; &lt;b&gt;", f"«{N}<mark>complète</mark>{N}» &amp; &lt;b&gt;"),
        ("<mark>tout</mark>", "<mark>tout</mark>"),
        ("", ""),
    ],
)
def test_marked_words_are_set_with_the_text_round_them(marked, printed):
    assert set_marked(marked, "fr") == printed
    assert set_marked(printed, "fr") == printed


def test_a_text_is_set_by_its_own_language():
    assert set_marked("Why ? <mark>22 100</mark>", "en") == f"Why ? <mark>22{N}100</mark>"
    assert set_plain("a < b & « c » ?", "fr") == f"a < b & «{N}c{N}»{N}?"


@given(st.lists(st.text(alphabet="aé1 2«»;:!?%'\"&<>\u00a0\u202f.,", max_size=8), min_size=3, max_size=5))
def test_marks_and_escaping_survive_whatever_is_marked(texts):
    marks = itertools.cycle(("<mark>", "</mark>"))
    html = "".join(itertools.chain(*zip(map(escape, texts[:-1]), marks))) + escape(texts[-1])  # noqa: B905
    done = set_marked(html, "fr")
    assert re.findall("</?mark>", done) == re.findall("</?mark>", html)
    assert "<" not in re.sub("</?mark>", "", done)
    plain = re.sub("</?mark>", "", html)
    assert re.sub("</?mark>", "", done) == escape(set_plain(unescape(plain), "fr"))
