"""Buttons name the languages they publish, submit or take back."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from languages import registry
from tests.factories import make_user
from tests.languages.drafts import edit_url, fresh, latest, post

pytestmark = [pytest.mark.django_db, pytest.mark.every_language]


def _buttons(html, name):
    return re.findall(rf'name="{name}"\s+value="([^"]*)"', html)


def test_publication_is_offered_for_each_language_and_for_both(admin, draft):
    assert _buttons(admin.get(edit_url(draft)).content.decode(), "action-publish") == ["fr", "en", "fr en"]


def test_submission_is_offered_for_each_language_and_for_both(admin, draft):
    assert _buttons(admin.get(edit_url(draft)).content.decode(), "action-submit") == ["fr", "en", "fr en"]


def test_the_new_page_form_offers_the_same(admin, news_index):
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index.pk])
    assert _buttons(admin.get(url).content.decode(), "action-publish") == ["fr", "en", "fr en"]


def test_a_schedule_names_its_languages(admin, draft, settings):
    post(admin, draft, go_live_at=(timezone.now() + timezone.timedelta(days=3)).strftime("%Y-%m-%d %H:%M"))
    html = admin.get(edit_url(draft)).content.decode()
    labels = re.findall(r'value="(?:fr|en|fr en)" class="button.*?data-w-progress-target="label">([^<]+)<', html, re.S)
    publish = labels[:3]
    assert len(publish) == 3 and len(set(publish)) == 3
    assert all(any(word in label for word in ("Schedule", "Programmer")) for label in publish)


def test_a_scheduled_publication_publishes_the_chosen_language_only(admin, draft):
    soon = timezone.now() + timezone.timedelta(days=1)
    post(admin, draft, "publish=en", go_live_at=soon.strftime("%Y-%m-%d %H:%M"))
    revision = fresh(draft).scheduled_revision
    assert revision is not None and not fresh(draft).live
    assert revision.content["languages_to_publish"] == "en"


def test_somebody_who_may_not_publish_gets_no_such_button(news_index, draft, client):
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    change = Permission.objects.get(codename="change_basepage")
    GroupPagePermission.objects.create(group=group, page_id=news_index.pk, permission=change)
    officer = make_user("nadia", is_superuser=False)
    officer.groups.add(group)
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    html = client.get(edit_url(draft)).content.decode()
    assert "localized__language" in html and not _buttons(html, "action-publish")


def test_unpublishing_one_language_is_offered_where_another_stays(admin, release, draft):
    html = admin.get(edit_url(release)).content.decode()
    for code in registry.codes():
        assert reverse("languages_unpublish", args=[release.pk, code]) in html


def test_unpublishing_asks_first_and_keeps_the_text_as_a_draft(admin, release):
    url = reverse("languages_unpublish", args=[release.pk, "en"])
    assert '<strong lang="fr">Français</strong>' in admin.get(url).content.decode()
    assert fresh(release).public_languages == ("fr", "en")
    assert admin.post(url).status_code == 302
    assert fresh(release).public_languages == ("fr",)
    assert latest(release).title_en == "Voluntary returns"


def test_unpublishing_a_language_needs_the_permission(release, client):
    url = reverse("languages_unpublish", args=[release.pk, "en"])
    assert client.post(url).status_code == 302 and "login" in client.post(url).url
    somebody = make_user("visitor", is_superuser=False)
    somebody.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(url).status_code in (302, 403)
    assert fresh(release).public_languages == ("fr", "en")


def test_unpublishing_a_language_that_is_not_public_is_not_found(admin, draft):
    post(admin, draft, "publish=fr")
    for code in ("en", "xx"):
        assert admin.get(reverse("languages_unpublish", args=[draft.pk, code]), follow=True).status_code == 404
