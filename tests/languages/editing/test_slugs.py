"""Slugs follow the title of their own language until they are edited or public; addresses of the site are refused."""

import pytest
from django.urls import reverse

from home.models import StandardPage
from languages.editing.slug_input import SlugInput
from tests.factories import make_standard_page
from tests.languages.drafts import edit_url, form_of, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def _suggestion(admin, title):
    return admin.get(reverse("languages_slug"), {"title": title}).json()["slug"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’œuvre d’été à Béni Mellal", "l-oeuvre-d-ete-a-beni-mellal"),
        ("Cœur de l'action : 63 stagiaires", "coeur-de-l-action-63-stagiaires"),
        ("IOM’s work — a summary", "iom-s-work-a-summary"),
        ("المغرب", "lmghrb"),
        ("Communiqué n°5", "communique-no5"),
        ("Note nº 12, № 13", "note-no-12-no-13"),
        ("1ª fase a 20 °C", "1a-fase-a-20-c"),
        ("Soutien de 5€ & 2,5 %", "soutien-de-5-eur-2-5"),
        ("Œuvre ﬁnale, Æther, Straße", "oeuvre-finale-aether-strasse"),
        ("Bilan 2021/2022 : ½ m² → suite…", "bilan-2021-2022-1-2-m2-suite"),
        ("«»", ""),
    ],
)
def test_the_server_suggests_a_slug_for_a_title(admin, title, slug):
    assert _suggestion(admin, title) == slug


def test_the_suggestion_is_for_people_who_work_here(client):
    assert client.get(reverse("languages_slug"), {"title": "x"}).status_code == 302


def _create(admin, home, **texts):
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    response = admin.post(url, posted(admin.get(url).context["form"], **texts))
    assert response.status_code == 302, response.context["form"].errors
    return StandardPage.objects.latest("pk")


def test_an_empty_slug_is_filled_from_the_title_of_its_language(admin, home):
    page = _create(admin, home, title_fr="Nos œuvres d’été", title_en="Summer works")
    assert (page.slug, page.slug_en) == ("nos-oeuvres-d-ete", "summer-works")


def test_a_slug_that_is_taken_gets_a_number(admin, home):
    _create(admin, home, title_fr="À propos", title_en="About")
    second = _create(admin, home, title_fr="À propos", title_en="About")
    assert (second.slug, second.slug_en) == ("a-propos-2", "about-2")


def test_a_typed_slug_is_kept(admin, home):
    page = _create(admin, home, title_fr="Mentions légales", slug="mentions", title_en="Legal", slug_en="legal-notice")
    assert (page.slug, page.slug_en) == ("mentions", "legal-notice")


def test_emptying_the_slug_of_a_published_page_keeps_it(admin, home):
    page = make_standard_page(title_fr="Un", title_en="One", slug="premier", slug_en="first")
    post(admin, page, title_fr="Un autre titre", slug="", slug_en="")
    assert (latest(page).slug, latest(page).slug_en) == ("premier", "first")


@pytest.mark.parametrize("word", ["recherche", "search"])
@pytest.mark.parametrize("field", ["slug", "slug_en"])
def test_words_that_are_addresses_are_refused_with_a_reason(admin, home, word, field):
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    data = posted(admin.get(url).context["form"], title_fr="Un", title_en="One", **{field: word})
    response = admin.post(url, data)
    assert response.status_code == 200
    assert word in str(response.context["form"].errors[field])


def test_a_title_that_is_an_address_gets_another_slug(admin, home):
    page = _create(admin, home, title_fr="Recherche", title_en="Search")
    assert (page.slug, page.slug_en) == ("recherche-2", "search-2")


def test_a_slug_taken_in_the_other_language_is_refused_at_its_field(admin, home):
    make_standard_page(title_fr="Un", title_en="One", slug="un", slug_en="one")
    page = make_standard_page(title_fr="Deux", title_en="Two", slug="deux", slug_en="two")
    response = admin.post(edit_url(page), posted(form_of(admin, page), slug_en="one"))
    assert response.status_code == 200 and "slug_en" in response.context["form"].errors


def _refused(admin, home, action="", **texts):
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    data = posted(admin.get(url).context["form"], **texts)
    response = admin.post(url, data | ({"action-publish": action} if action else {}))
    assert response.status_code == 200
    return response.context["form"].errors


@pytest.mark.parametrize("action", ["", "fr", "en"])
def test_a_page_without_a_title_is_not_told_about_its_address(admin, home, action):
    make_standard_page(title_fr="Un", title_en="", slug="un", slug_en="")
    errors = _refused(admin, home, action, title_fr="", title_en="")
    assert errors and not {"slug", "slug_en"} & errors.keys()
    page = make_standard_page(title_fr="Deux", title_en="", slug="deux", slug_en="", live=False)
    data = posted(form_of(admin, page), title_fr="", slug="")
    errors = admin.post(edit_url(page), data | {"action-publish": "fr"}).context["form"].errors
    assert "title_fr" in errors and "slug" not in errors


@pytest.mark.parametrize("field", ["slug", "slug_en"])
def test_a_slug_that_is_taken_is_refused_once_and_names_the_page_that_has_it(admin, home, field):
    make_standard_page(title_fr="La page d’avant", title_en="The page before", slug="avant", slug_en="before")
    taken = {"slug": "avant", "slug_en": "before"}[field]
    errors = _refused(admin, home, title_fr="Un", title_en="One", **{field: taken})
    assert len(errors[field]) == 1 and taken in errors[field][0]
    assert any(title in errors[field][0] for title in ("La page d’avant", "The page before"))


def _follows(slug, title, is_fixed=False):
    widget = SlugInput("fr", "title_fr")
    widget.follow(slug, title, is_fixed=is_fixed)
    return "data-slug-follows" in widget.attrs


def test_a_slug_follows_while_it_is_what_the_title_suggests():
    assert _follows("", "") and _follows("l-ete", "L’été") and _follows("l-ete-2", "L’été")


def test_a_slug_that_was_edited_or_is_public_does_not_follow():
    assert not _follows("estival", "L’été")
    assert not _follows("l-ete", "L’été", is_fixed=True)


def test_the_form_fixes_the_slug_of_a_public_language_only(admin, draft):
    post(admin, draft, "publish=fr")
    form = form_of(admin, draft)
    assert "data-slug-fixed" in form.fields["slug"].widget.attrs
    assert "data-slug-fixed" not in form.fields["slug_en"].widget.attrs
