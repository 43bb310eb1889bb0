"""Addresses in every language: found in one query, canonical, and never hidden by another."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import path as url_path
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.contrib.routable_page.models import path as route

from home.models import HomePage, StandardPage
from languages import reserved, routing, slugs
from languages.registry import active
from tests.languages.drafts import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def _page(parent, **fields):
    return parent.add_child(instance=StandardPage(**{"title_fr": "Projet", "title_en": "Project", **fields}))


def test_a_page_answers_in_each_language_at_its_address(home, client):
    _page(home, slug="projet", slug_en="project")
    assert client.get("/fr/projet/").status_code == 200
    assert client.get("/en/project/").status_code == 200
    assert client.get("/fr/nothing/").status_code == 404


def test_a_path_of_another_language_leads_to_the_canonical_one(home, client):
    _page(home, slug="projet", slug_en="project")
    response = client.get("/en/projet/")
    assert (response.status_code, response["Location"]) == (301, "/en/project/")
    response = client.get("/fr/project/")
    assert (response.status_code, response["Location"]) == (301, "/fr/projet/")


def test_a_wrong_language_path_of_a_page_in_one_language_leads_to_that_one(home, client):
    _page(home, title_en="", slug="projet")
    response = client.get("/en/projet/", follow=True)
    assert response.redirect_chain == [("/fr/projet/", 302)]


def test_no_address_redirects_to_itself(home, client):
    _page(home, slug="projet", slug_en="project")
    _page(home, slug="project", slug_en="projet", title_fr="Autre", title_en="Other")
    for path in ("/fr/projet/", "/en/projet/", "/fr/project/", "/en/project/"):
        assert client.get(path).status_code == 200


def test_a_page_not_published_in_english_leads_to_french(home, client):
    _page(home, slug="projet", slug_en="project", languages_to_publish="fr")
    response = client.get("/en/project/")
    assert (response.status_code, response["Location"]) == (302, "/fr/projet/")


def test_an_english_only_page_leads_there_from_french(home, client):
    page = _page(home, title_fr="", title_en="Statement")
    response = client.get(fresh(page).url_in("fr"))
    assert (response.status_code, response["Location"]) == (302, "/en/statement/")


def test_a_page_that_was_live_is_gone(home, client):
    page = _page(home, slug="projet")
    page.unpublish()
    assert client.get("/fr/projet/").status_code == 410


def test_a_draft_does_not_exist(home, client):
    _page(home, slug="projet", live=False)
    assert client.get("/fr/projet/").status_code == 404


def test_finding_a_page_costs_the_same_at_every_depth_and_among_many(home, rf):
    counts, parent = set(), home
    for depth in range(1, 7):
        for number in range(depth):
            parent.add_child(instance=StandardPage(title_fr=f"Autre {number}"))
        parent = _page(fresh(parent), slug=f"p{depth}", slug_en=f"e{depth}")
        for code in ("fr", "en"):
            with active(code), CaptureQueriesContext(connection) as queries:
                request = rf.get(fresh(parent).url_in(code), headers={"host": "localhost"})
            names = [f"{code[0] == 'f' and 'p' or 'e'}{n}" for n in range(1, depth + 1)]
            with active(code), CaptureQueriesContext(connection) as queries:
                found = routing.find(HomePage.base_page_model, request, "/".join(names))
            assert found.page.pk == parent.pk
            counts.add(len(queries))
    assert max(counts) <= 4 and max(counts) - min(counts) <= 1


def test_a_page_and_its_neighbour_cannot_have_one_address(home):
    _page(home, slug="projet", slug_en="project")
    with pytest.raises(ValidationError):
        _page(home, slug="autre", slug_en="project")
    with pytest.raises(ValidationError):
        _page(home, slug="projet", slug_en="other")


def test_a_page_without_an_english_slug_takes_the_french_one_in_english(home):
    page = _page(home, slug="projet", title_en="", live=False)
    assert page.url_in("en") == "/en/projet/"
    with pytest.raises(ValidationError):
        _page(home, slug="autre", slug_en="projet", live=False)


def test_a_published_page_has_an_english_address_from_its_english_title(home):
    assert _page(home, title_fr="Chiffres clés", title_en="Key figures").url_in("en") == "/en/key-figures/"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’œuvre d’Aïcha", "l-oeuvre-d-aicha"),
        ("Être à l'écoute", "etre-a-l-ecoute"),
        ("Retours : 2 377 personnes", "retours-2-377-personnes"),
        ("العودة الطوعية", "l-wd-ltw-y"),
        ("!?", ""),
    ],
)
def test_a_slug_is_made_of_plain_letters(title, slug):
    found = slugs.suggest(title)
    assert found == slug or (found and found.isascii() and title.startswith("ا"))


@pytest.fixture
def word(settings, monkeypatch):
    """An address of the site beside the pages: /fr/mot/ and /en/mot/."""
    from types import ModuleType

    from django.conf.urls.i18n import i18n_patterns
    from django.urls import include
    from wagtail import urls as wagtail_urls

    module = ModuleType("urls_with_a_word")
    module.urlpatterns = [
        *i18n_patterns(url_path("mot/", lambda request: None, name="word"), url_path("", include(wagtail_urls)))
    ]
    monkeypatch.setitem(__import__("sys").modules, "urls_with_a_word", module)
    settings.ROOT_URLCONF = "urls_with_a_word"
    return "mot"


def test_a_slug_that_another_address_would_hide_is_refused_with_the_reason(home, word):
    with pytest.raises(ValidationError) as refused:
        _page(home, slug=word, slug_en="other")
    assert "/fr/mot/" in str(refused.value.message_dict["slug"])
    with pytest.raises(ValidationError) as refused:
        _page(home, slug="autre", slug_en=word)
    assert "/en/mot/" in str(refused.value.message_dict["slug_en"])


def test_a_hidden_slug_is_no_matter_below_another_page(home, word):
    parent = _page(home, slug="projet")
    assert not reserved.reason(parent, "fr", word)


def test_a_slug_from_a_title_avoids_what_would_hide_it(home, word):
    page = _page(home, title_fr="Mot", title_en="Mot")
    assert page.slug == "mot-2" and page.slug_en == "mot-2"


class Routed(RoutablePageMixin):
    """What makes a page type have addresses of its own below it."""

    @route("archive/<int:year>/")
    def archive(self, request, year):
        """Serve a year."""


def test_a_slug_that_is_an_address_of_the_parent_is_refused(home):
    parent = fresh(_page(home, slug="projet"))
    parent.__dict__["specific_class"] = Routed
    assert reserved.reason(parent, "fr", "archive") and not reserved.reason(parent, "fr", "other")
