"""Renamed and moved pages are found at their old addresses, in every language."""

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from home.models import StandardPage
from tests.languages.drafts import fresh, publish

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def branch(home):
    """A page with one page below it, and one below that."""
    top = home.add_child(instance=StandardPage(title_fr="Projets", title_en="Projects", slug="projets"))
    below = top.add_child(instance=StandardPage(title_fr="Retour", title_en="Return", slug="retour"))
    below.add_child(instance=StandardPage(title_fr="Chiffres", title_en="Figures", slug="chiffres"))
    return fresh(top)


def _rename(page, **slugs):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = fresh(page)
        for name, value in slugs.items():
            setattr(page, name, value)
        page.save()
    return fresh(page)


def _olds():
    return set(Redirect.objects.values_list("old_path", flat=True))


def test_a_renamed_page_and_all_below_are_found_at_their_old_addresses(branch, client):
    _rename(branch, slug="programmes")
    assert _olds() == {"/fr/projets", "/fr/projets/retour", "/fr/projets/retour/chiffres"}
    response = client.get("/fr/projets/retour/chiffres/")
    assert (response.status_code, response["Location"]) == (301, "/fr/programmes/retour/chiffres/")


def test_renaming_one_language_redirects_that_language(branch, client):
    _rename(branch, slug_en="programmes")
    assert _olds() == {"/en/projects", "/en/projects/return", "/en/projects/return/figures"}
    response = client.get("/en/projects/return/")
    assert (response.status_code, response["Location"]) == (301, "/en/programmes/return/")


def test_a_moved_page_is_found_in_every_language(branch, home, client):
    target = home.add_child(instance=StandardPage(title_fr="Archives", title_en="Archive", slug="archives"))
    with TestCase.captureOnCommitCallbacks(execute=True):
        branch.move(target, pos="last-child")
    for old, new in {
        "/fr/projets/retour/": "/fr/archives/projets/retour/",
        "/en/projects/return/": "/en/archive/projects/return/",
    }.items():
        assert client.get(old)["Location"] == new


def test_renaming_back_and_forth_never_loops_nor_hides_a_page(branch, client):
    for slug in ("programmes", "projets", "programmes", "projets"):
        _rename(branch, slug=slug)
        other = {"programmes": "projets", "projets": "programmes"}[slug]
        assert not {path for path in _olds() if path.startswith(f"/fr/{slug}")}
        response = client.get(f"/fr/{other}/retour/", follow=True)
        assert response.redirect_chain == [(f"/fr/{slug}/retour/", 301)]


def test_an_address_that_another_page_takes_over_has_no_redirect(branch, home):
    _rename(branch, slug="programmes")
    other = home.add_child(instance=StandardPage(title_fr="Autre", slug="autre"))
    _rename(other, slug="projets")
    assert "/fr/projets" not in _olds()


def test_a_draft_has_no_old_address(home):
    page = home.add_child(instance=StandardPage(title_fr="Projets", slug="projets", live=False))
    _rename(page, slug="programmes")
    assert not _olds()


def test_a_redirect_made_by_people_stays(branch, home):
    made = Redirect.add_redirect("/fr/projets", redirect_to=home)
    _rename(branch, slug="programmes")
    made.refresh_from_db()
    assert made.redirect_page_id == home.pk


def test_redirects_of_many_pages_are_written_in_batches(branch, monkeypatch):
    from languages import redirects

    monkeypatch.setattr(redirects, "BATCH", 2)
    _rename(branch, slug="programmes", slug_en="programmes")
    assert Redirect.objects.count() == 6


def _queries_of_a_rename(home, count):
    top = home.add_child(instance=StandardPage(title_fr="Haut", title_en="Top"))
    rows = [StandardPage(title_fr=f"P{n}", title_en=f"Q{n}", slug=f"p{n}", slug_en=f"q{n}") for n in range(count)]
    for row in rows:
        top.add_child(instance=row)
    page = fresh(top)
    page.slug, page.slug_en = f"bas-{count}", f"bottom-{count}"
    with CaptureQueriesContext(connection) as queries:
        page.save()
    last = fresh(rows[-1])
    assert last.url_path.startswith(f"/home/bas-{count}/") and last.url_path_en.startswith(f"/home/bottom-{count}/")
    return len(queries)


def test_renaming_costs_the_same_whatever_is_below(home):
    few, many = _queries_of_a_rename(home, 2), _queries_of_a_rename(home, 42)
    assert few == many <= 34


def _without(page, code):
    page = fresh(page)
    page.unpublish_language(code)
    return fresh(page)


def test_an_old_address_leads_to_another_language_only_for_now(branch, client):
    page = _without(_rename(branch, slug_en="programmes"), "en")
    response = client.get("/en/projects/")
    assert (response.status_code, response["Location"]) == (302, "/fr/projets/")
    publish(page, "en")
    response = client.get("/en/projects/")
    assert (response.status_code, response["Location"]) == (301, "/en/programmes/")


def test_an_address_of_the_wrong_language_leads_for_good_only_to_the_right_one(branch, client):
    response = client.get("/en/projets/")
    assert (response.status_code, response["Location"]) == (301, "/en/projects/")
    _without(branch, "en")
    response = client.get("/en/projets/")
    assert (response.status_code, response["Location"]) == (302, "/fr/projets/")


def test_an_old_address_without_a_language_is_answered_for_now_where_the_readers_is_missing(branch, client):
    Redirect.add_redirect("/node/12", redirect_to=branch)
    answer = client.get("/node/12", headers={"accept-language": "en"})
    assert (answer.status_code, answer["Location"]) == (301, "/en/projects/")
    _without(branch, "en")
    answer = client.get("/node/12", headers={"accept-language": "en"})
    assert (answer.status_code, answer["Location"]) == (302, "/fr/projets/")
