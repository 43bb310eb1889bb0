"""Copies and aliases keep every language, and addresses of their own."""

import pytest
from django.urls import reverse

from news.models import NewsPage
from tests.languages.drafts import fresh, latest, publish

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def _copy_form(admin, page, **data):
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    values = {"new_title": "Copie", "new_slug": "copie", "new_parent_page": page.get_parent().pk} | data
    response = admin.post(url, values)
    assert response.status_code == 302, response.context["form"].errors
    return NewsPage.objects.exclude(pk=page.pk).get()


def test_a_live_copy_is_public_in_the_same_languages(release):
    copy = release.copy(update_attrs={"slug": "copie"})
    assert fresh(copy).public_languages == ("fr", "en")
    assert fresh(copy).title_en == "Voluntary returns"


def test_a_live_copy_of_a_page_in_one_language_is_public_in_that_one(draft):
    page = publish(draft, "fr")
    copy = fresh(page.copy(update_attrs={"slug": "copie"}))
    assert copy.public_languages == ("fr",) and not copy.title_en
    assert latest(copy).title_en == "Voluntary returns" and copy.pending_en
    assert copy.live_revision.content["languages_to_publish"] == "fr"


def test_a_copy_as_draft_is_public_in_no_language(release):
    copy = fresh(release.copy(keep_live=False, update_attrs={"slug": "copie"}))
    assert not copy.live and not copy.published_fr and not copy.published_en
    assert latest(copy).title_en == "Voluntary returns"


def test_a_copy_beside_its_original_gets_addresses_of_its_own(release):
    copy = fresh(release.copy(update_attrs={"slug": "copie"}))
    for code in ("fr", "en"):
        assert copy.url_in(code) != fresh(release).url_in(code)
    assert latest(copy).slug_en == copy.slug_en


def test_copying_in_the_admin_keeps_all_languages(admin, release):
    copy = _copy_form(admin, release, publish_copies="on")
    assert copy.public_languages == ("fr", "en")
    assert {copy.title_fr, copy.title_en} & {"Copie"}


def test_copying_a_french_page_under_an_english_admin_makes_no_english_title(admin, editor, draft):
    from wagtail.users.models import UserProfile

    page = publish(draft, "fr", title_en="", lead_en="", body_en=None)
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": "en"})
    copy = _copy_form(admin, page)
    found = latest(copy)
    assert found.title_fr == "Copie" and not found.title_en


def test_a_branch_is_copied_in_every_language(home):
    from home.models import StandardPage

    parent = home.add_child(instance=StandardPage(title_fr="Un", title_en="One"))
    parent.add_child(instance=StandardPage(title_fr="Deux", title_en="Two", languages_to_publish="en"))
    copy = StandardPage.objects.get(pk=parent.copy(recursive=True, update_attrs={"slug": "trois"}).pk)
    child = copy.get_children().specific().get()
    assert child.public_languages == ("en",) and child.title_en == "Two"
    assert child.url_in("en").startswith(copy.url_in("en")) and copy.url_in("en") != parent.url_in("en")


def test_an_alias_follows_what_is_live(draft):
    page = publish(draft, "fr")
    alias = fresh(page.create_alias(update_slug="alias"))
    assert alias.public_languages == ("fr",) and not alias.title_en
    publish(page, "fr", title_fr="Nouveau", title_en="Still a draft")
    assert fresh(alias).title_fr == "Nouveau" and not fresh(alias).title_en
    publish(page, "en")
    assert fresh(alias).public_languages == ("fr", "en") and fresh(alias).title_en == "Still a draft"


def test_an_alias_keeps_its_own_addresses(release):
    alias = fresh(release.create_alias(update_slug="alias"))
    before = {code: alias.url_in(code) for code in ("fr", "en")}
    assert not set(before.values()) & {release.url_in(code) for code in ("fr", "en")}
    publish(release, "fr en", title_fr="Nouveau", slug="nouveau", slug_en="new")
    assert {code: fresh(alias).url_in(code) for code in ("fr", "en")} == before


def test_an_alias_of_an_alias_follows_too(draft):
    page = publish(draft, "fr")
    first = page.create_alias(update_slug="alias")
    second = fresh(fresh(first).create_alias(update_slug="alias-2"))
    publish(page, "fr", title_fr="Nouveau", title_en="Still a draft")
    assert fresh(second).title_fr == "Nouveau" and not fresh(second).title_en
    assert fresh(second).public_languages == ("fr",)


def test_an_alias_loses_a_language_that_is_taken_back(release):
    alias = release.create_alias(update_slug="alias")
    release.unpublish_language("en")
    assert fresh(alias).public_languages == ("fr",) and not fresh(alias).title_en


def test_an_alias_goes_with_its_page(release):
    alias = release.create_alias(update_slug="alias")
    release.unpublish()
    assert not fresh(alias).live and not fresh(alias).published_en


def test_a_converted_alias_keeps_its_languages_and_is_its_own_page(admin, draft):
    page = publish(draft, "fr")
    alias = page.create_alias(update_slug="alias")
    admin.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    converted = fresh(alias)
    assert converted.alias_of_id is None and converted.public_languages == ("fr",)
    assert converted.live_revision.content["languages_to_publish"] == "fr"
    publish(page, "fr", title_fr="Nouveau")
    assert fresh(alias).title_fr == "Retours volontaires"
    publish(converted, "en", title_en="Its own", lead_en="Its own.")
    assert fresh(alias).public_languages == ("fr", "en")
