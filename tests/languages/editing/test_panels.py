"""The editor lays the languages side by side and says which is which."""

import re

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse

from home.models import HomePage, StandardPage
from languages import registry
from languages.editing.handlers import LocalizedInlinePanel, content_edit_handler
from languages.editing.panels import LocalizedPanel
from tests.factories import make_region
from tests.languages.drafts import edit_url, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_language]


def _page_of(admin, page):
    return admin.get(edit_url(page)).content.decode()


def test_each_language_has_a_panel_with_its_lang_and_direction_the_default_first(admin, draft):
    html = _page_of(admin, draft)
    found = re.findall(r'<section class="localized__language" lang="(\w+)" dir="(\w+)"', html)
    assert tuple(code for code, _direction in found[:2]) == registry.codes()
    assert {direction for _code, direction in found} == {"ltr"}


def test_the_columns_hold_the_same_fields_in_every_language(admin, draft):
    html = _page_of(admin, draft)
    french, english = html.split('class="localized__language"')[1:3]
    for name in ("title", "lead", "body"):
        assert f'"{registry.field(name, "fr")}' in french or f"id_{registry.field(name, 'fr')}" in french
        assert f"{registry.field(name, 'en')}" in english
        assert registry.field(name, "en") not in french


def test_the_heading_says_what_readers_see_of_each_language(admin, release):
    html = _page_of(admin, release)
    assert html.count("language-state--public") >= 2


def test_scripts_and_styles_are_external_files(admin, draft):
    html = _page_of(admin, draft)
    for name in ("editor.js", "slugs.js", "editor.css", "states.css"):
        assert f"/static/languages/{name}" in html
    assert not re.search(r'<[^>]+ (style|onclick|oninput)="[^"]*"[^>]*localized', html)


def test_a_field_that_is_not_translated_is_a_mistake_in_the_declaration():
    with pytest.raises(FieldDoesNotExist):
        LocalizedPanel(["listing_picture"]).bind_to_model(StandardPage)


def test_children_have_a_panel_for_each_language():
    handler = content_edit_handler(
        ["title"], [LocalizedInlinePanel("figures", localized=["label"], shared=["number"], label="figure")]
    )
    formset = handler.bind_to_model(HomePage).get_form_class().formsets["figures"]
    names = set(formset.form.base_fields)
    assert {registry.field("label", code) for code in registry.codes()} | {"number"} <= names
    assert "label" not in names


def test_the_editor_opens_for_every_page_type_with_its_languages(admin, home):
    from wagtail.models import get_page_models

    for model in get_page_models():
        if not model._meta.abstract and hasattr(model, "lead"):
            form = model.get_edit_handler().get_form_class()
            titles = {registry.field("title", code) for code in registry.codes()}
            assert titles <= set(form.base_fields), model
            assert "title" not in form.base_fields, model


def test_a_snippet_is_written_in_every_language_and_needs_its_name_in_one(admin):
    region = make_region("Oriental")
    url = reverse(region.snippet_viewset.get_url_name("edit"), args=[region.pk])
    response = admin.get(url)
    assert 'class="localized__language" lang="en"' in response.content.decode()
    names = {registry.field("name", code): "" for code in registry.codes()}
    data = posted(response.context["form"], **names)
    refused = admin.post(url, data)
    assert refused.status_code == 200 and registry.field("name", registry.default()) in refused.context["form"].errors
    assert admin.post(url, data | {"name_en": "Eastern region"}).status_code == 302
    region.refresh_from_db()
    assert (region.name_fr or "", region.name_en) == ("", "Eastern region")


def test_a_text_that_publication_demands_is_marked_as_such(admin, draft):
    page = admin.get(edit_url(draft)).text
    label = page[page.index('id="id_lead_fr-label"') :].split("</label>")[0]
    assert "w-required-mark" in label
