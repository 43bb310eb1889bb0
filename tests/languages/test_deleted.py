"""The address of a deleted page says that the page is gone, to readers and search engines."""

import pytest

from home.models import StandardPage
from tests.languages.drafts import fresh, publish

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def _page(home, **fields):
    texts = {"title_fr": "Projet", "title_en": "Project", "lead_fr": "Un.", "lead_en": "One.", "slug": "projet"}
    page = fresh(home).add_child(instance=StandardPage(**{**texts, "slug_en": "project", "live": False, **fields}))
    page.save_revision(clean=False)
    return fresh(page)


def test_a_deleted_page_that_was_public_is_gone_where_it_was_public(home, client):
    page = publish(_page(home), "fr")
    assert client.get("/fr/projet/").status_code == 200
    page.delete()
    answer = client.get("/fr/projet/")
    assert answer.status_code == 410 and "<html" in answer.text
    assert client.get("/en/project/").status_code == 404


def test_a_deleted_branch_is_gone_with_all_below(home, client):
    top = publish(_page(home), "fr")
    below = StandardPage(title_fr="Retour", lead_fr="Un.", slug="retour", live=False)
    below = fresh(top).add_child(instance=below)
    below.save_revision(clean=False)
    publish(fresh(below), "fr")
    fresh(top).delete()
    assert client.get("/fr/projet/retour/").status_code == 410


def test_a_deleted_draft_never_existed(home, client):
    _page(home).delete()
    assert client.get("/fr/projet/").status_code == 404


def test_another_page_at_the_address_is_shown(home, client):
    publish(_page(home), "fr").delete()
    publish(_page(home, title_fr="Autre"), "fr")
    assert client.get("/fr/projet/").status_code == 200


def test_the_admin_lists_the_marks(home, admin):
    publish(_page(home), "fr").delete()
    assert "/fr/projet" in admin.get("/admin/redirects/").text
