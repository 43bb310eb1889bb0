"""A page is previewed in each of its languages, whatever the language of the admin."""

import pytest
from django.urls import reverse
from django.utils import translation

from home.models import StandardPage
from tests.languages.drafts import form_of, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_language]


@pytest.fixture
def page(home):
    """A draft with another title in each language."""
    page = StandardPage(title_fr="Le titre français", title_en="The English title", slug="essai", live=False)
    home.add_child(instance=page)
    page.save_revision()
    return page


def test_there_is_a_preview_for_each_language(page):
    assert [mode for mode, _name in page.preview_modes] == ["fr", "en"]
    assert dict(page.preview_modes) == {"fr": "Français", "en": "English"}


def test_a_page_with_english_only_is_previewed_in_english_first():
    page = StandardPage(title_en="Only English", slug="only")
    assert page.default_preview_mode == "en"


@pytest.mark.parametrize(("code", "title"), [("fr", "Le titre français"), ("en", "The English title")])
def test_the_preview_is_in_the_language_of_its_mode(admin, page, code, title):
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    response = admin.get(url, {"mode": code})
    html = response.content.decode()
    assert title in html and f'<html lang="{code}"' in html


def test_the_preview_leaves_the_admin_in_its_language(admin, page):
    with translation.override("en"):
        page.make_preview_request(None, "fr")
        page.serve_preview(_request(), "fr")
        assert translation.get_language() == "en"


def _request():
    from django.test import RequestFactory

    return RequestFactory().get("/fr/")


def test_the_preview_while_typing_needs_no_title(admin, page):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = posted(form_of(admin, page), title_fr="", title_en="")
    assert admin.post(url, data).json()["is_valid"]


def test_the_preview_may_be_framed_by_the_editor_and_by_nobody_else(admin, page, client):
    url = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    policy = admin.get(url, {"mode": "fr"}).headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy and "unsafe" not in policy
    assert "frame-ancestors 'none'" in client.get("/fr/").headers["Content-Security-Policy"]
