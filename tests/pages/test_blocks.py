"""Bodies: fetched together, escaped, checked, and readable as plain words."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from wagtail.models import ReferenceIndex

from languages import registry
from library.models import SitePicture
from news.models import NewsPage
from pages.blocks.loading import load, named
from pages.blocks.registry import body_block
from pages.blocks.text import plain_text
from tests.factories import make_news, make_standard_page
from tests.pages.bodies import MARKUP, Everything

pytestmark = pytest.mark.django_db


def stored(page, body):
    NewsPage.objects.filter(pk=page.pk).update(body_fr=body, body_en=body)
    return NewsPage.objects.get(pk=page.pk)


def html(page):
    load(page.body)
    return "".join(str(child.render({"page": page})) for child in page.body)


def test_all_things_a_body_names_cost_one_query_for_each_kind(django_assert_max_num_queries):
    things = Everything()
    body = things.body()
    page = stored(make_news(), body * 5)
    load(page.body)
    page = NewsPage.objects.get(pk=page.pk)
    kinds = len(named(page.body))
    # A contact card brings the small tables that hang on it along.
    with django_assert_max_num_queries(kinds + 2):
        load(page.body)
    with django_assert_max_num_queries(1):
        "".join(str(child.render({"page": page})) for child in page.body)


def test_reading_the_words_of_a_body_asks_the_database_nothing(django_assert_num_queries):
    page = stored(make_news(), Everything().body("mot"))
    with django_assert_num_queries(0):
        text = plain_text(page.body)
    assert text.count("mot") > 15
    assert "<" not in text


def test_the_words_of_blocks_and_fields_do_not_run_into_each_other():
    body = [
        {"type": "heading", "value": "Un intertitre"},
        {"type": "quote", "value": {"text": "Je le sais.", "speaker": "Amina Test", "role": "cheffe de projet"}},
        {"type": "figures", "value": {"figures": [{"number": 12, "label": "retours", "source": "OIM"}]}},
    ]
    assert plain_text(stored(make_news(), json.dumps(body)).body) == (
        "Un intertitre ·\nJe le sais. · Amina Test · cheffe de projet ·\nretours · OIM"
    )


def test_the_alternative_text_of_a_picture_is_no_part_of_the_words():
    value = {"picture": None, "alt_text": "Un disque jaune", "caption": "Rabat, mai"}
    body = json.dumps([{"type": "picture", "value": value}])
    assert plain_text(stored(make_news(), body).body) == "Rabat, mai"


def test_the_grid_of_a_table_asks_for_no_language_it_does_not_have():
    from django.utils.translation import override

    from pages.blocks.figures import GRID_LANGUAGE, TableBlock

    for code in registry.codes():
        with override(code):
            assert TableBlock().table_options["language"] == GRID_LANGUAGE


def test_the_languages_of_a_quote_begin_with_those_of_the_site_and_the_region():
    from django.utils.translation import override

    from library.choices import document_languages

    with override("fr"):
        names = [name for _code, name in document_languages()]
    own = len(registry.codes())
    assert {"Arabe", "Espagnol", "Wolof", "Bambara"} < set(names[own:16])
    assert "Espagnol (Argentine)" in names
    assert len(set(names)) == len(names)


def test_reading_the_words_leaves_the_body_as_it_was():
    page = stored(make_news(), Everything().body("mot"))
    before = json.dumps(page.body_fr.get_prep_value())
    plain_text(page.body_fr)
    named(page.body_fr)
    page.save()
    assert json.dumps(NewsPage.objects.get(pk=page.pk).body_fr.get_prep_value()) == before


@pytest.mark.parametrize("code", ["fr", "en"])
def test_markup_in_any_text_of_a_block_is_shown_as_text(code):
    page = stored(make_news(), Everything().body(MARKUP))
    with registry.active(code):
        shown = html(page)
    assert "<script" not in shown
    assert "alert(" in shown
    assert "<b>" not in shown


def test_a_french_body_sets_punctuation_apart_and_an_english_one_does_not():
    body = [
        {"type": "heading", "value": "Que faire ? « Agir »", "id": "h"},
        {"type": "paragraph", "value": "<p>Qui ? Eux ! <b>Quoi</b> : tout; 2 377</p>", "id": "p"},
    ]
    page = stored(make_news(), body)
    with registry.active("fr"):
        assert "Que faire\u202f? «\u202fAgir\u202f»" in html(page)
        assert "Qui\u202f? Eux\u202f! <b>Quoi</b>\u202f: tout\u202f; 2\u202f377" in html(page)
    with registry.active("en"):
        assert "Que faire ?" in html(stored(page, body))


def test_key_figures_are_written_in_the_readers_language():
    value = {"number": Decimal("22100.50"), "unit": "km", "label": "a", "source": "b", "as_of": dt.date(2021, 2, 1)}
    figures = {"title": "", "figures": [{"type": "item", "value": {**value, "as_of": "2021-02-01"}, "id": "1"}]}
    page = stored(make_news(), [{"type": "figures", "value": json.loads(json.dumps(figures, default=str)), "id": "x"}])
    with registry.active("fr"):
        assert "22\u202f100,5" in html(page)
    with registry.active("en"):
        shown = html(NewsPage.objects.get(pk=page.pk))
        assert "22,100.5" in shown
        assert "1 February 2021" in shown


def test_a_related_page_that_is_not_public_is_not_shown():
    secret = make_standard_page(title="Secret", live=False)
    page = stored(
        make_news(),
        [
            {
                "type": "related",
                "id": "r",
                "value": {"title": "", "pages": [{"type": "item", "value": secret.pk, "id": "1"}]},
            },
            {"type": "paragraph", "id": "p", "value": f'<p><a linktype="page" id="{secret.pk}">here</a></p>'},
        ],
    )
    shown = html(page)
    assert "Secret" not in shown
    assert "secret" not in shown
    assert "here" in shown


def test_a_link_to_a_page_in_another_language_says_so():
    other = make_standard_page(languages=("fr",), title="Seulement")
    page = stored(
        make_news(), [{"type": "paragraph", "id": "p", "value": f'<p><a linktype="page" id="{other.pk}">x</a></p>'}]
    )
    with registry.active("en"):
        shown = html(page)
    assert f'href="{other.url_in("fr")}" hreflang="fr"' in shown


def test_a_page_knows_which_pictures_documents_and_pages_its_body_names():
    things = Everything()
    page = stored(make_news(), things.body("mot"))
    page.save()
    ReferenceIndex.create_or_update_for_object(page)
    targets = {str(row.to_object_id) for row in ReferenceIndex.get_references_for_object(page)}
    assert {str(things.picture.pk), str(things.document.pk), str(things.page.pk), str(things.contact.pk)} <= targets


def test_a_picture_without_consent_leaves_no_trace_in_a_body():
    things = Everything()
    SitePicture.objects.filter(pk=things.picture.pk).update(shows_people=True, consent="withdrawn")
    body = [block for block in things.body("mot") if block["type"] in {"picture", "gallery"}]
    shown = html(stored(make_news(), body))
    name = things.picture.file.name.rsplit("/", 1)[-1].split(".")[0]
    assert name not in shown
    assert shown.count("<img") == 1


def test_every_block_has_a_template_label_and_group():
    for name, block in body_block().child_blocks.items():
        assert block.label, name
        assert str(block.meta.group), name
        assert render_to_string(block.meta.template, {"value": ""}) is not None


def test_rows_of_a_table_without_a_word_are_not_shown():
    table = body_block().child_blocks["table"]
    value = {"data": [["a", "b"], ["", None], ["1", ""], [" ", ""]], "first_row_is_table_header": True}
    shown = str(table.render(value | {"table_caption": "c"}))
    assert shown.count("<tr>") == 2 and "<th" in shown
