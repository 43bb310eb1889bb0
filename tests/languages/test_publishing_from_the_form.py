"""Publishing chooses languages: from the editor's form, as an officer does it."""

import json

import pytest
from django.urls import reverse

from tests.languages.drafts import body, edit_url, form_of, fresh, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def test_publishing_french_keeps_english_pending(admin, draft):
    post(admin, draft, "publish=fr")
    page = fresh(draft)
    assert page.public_languages == ("fr",)
    assert page.pending_en and not page.pending_fr
    assert page.has_unpublished_changes


def test_a_language_that_is_not_public_is_empty_on_the_row(admin, draft):
    post(admin, draft, "publish=fr")
    page = fresh(draft)
    assert not page.title_en and not page.lead_en and not page.body_en
    assert page.title_fr == "Retours volontaires"
    assert latest(draft).title_en == "Voluntary returns"


def test_after_publishing_french_the_form_shows_the_english_draft(admin, draft):
    post(admin, draft, "publish=fr", title_en="An unfinished title")
    form = form_of(admin, draft)
    assert form["title_en"].value() == "An unfinished title"
    assert [block.value.source for block in form["body_en"].value()]


def test_after_publishing_french_the_preview_shows_the_english_draft(admin, draft):
    post(admin, draft, "publish=fr", title_en="An unfinished title")
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk])
    data = posted(form_of(admin, draft))
    assert admin.post(url, data).json()["is_valid"]
    assert "An unfinished title" in admin.get(url + "?mode=en").content.decode()


def test_after_publishing_french_the_comparison_with_live_shows_the_english_draft(admin, draft):
    post(admin, draft, "publish=fr", title_en="An unfinished title")
    page = fresh(draft)
    url = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", page.latest_revision_id])
    assert "An unfinished title" in admin.get(url).content.decode()


def test_each_language_in_turn_leaves_nothing_pending(admin, draft):
    post(admin, draft, "publish=fr")
    post(admin, draft, "publish=en")
    page = fresh(draft)
    assert page.public_languages == ("fr", "en")
    assert not page.pending_fr and not page.pending_en and not page.has_unpublished_changes
    assert page.title_en == "Voluntary returns"


def test_both_languages_at_once_leave_nothing_pending(admin, draft):
    post(admin, draft, "publish=fr en")
    page = fresh(draft)
    assert page.public_languages == ("fr", "en")
    assert not page.has_unpublished_changes and not page.pending_fr and not page.pending_en


def test_a_language_that_was_not_chosen_keeps_its_live_values(admin, release):
    post(
        admin, release, "publish=fr", title_fr="Nouveau titre", title_en="A title in the works", lead_en="In the works"
    )
    page = fresh(release)
    assert (page.title_fr, page.title_en, page.lead_en) == ("Nouveau titre", "Voluntary returns", "A lead.")
    assert page.public_languages == ("fr", "en") and page.pending_en
    assert latest(release).title_en == "A title in the works"


def test_a_body_that_was_not_chosen_keeps_its_live_blocks(admin, release):
    post(admin, release, "publish=fr", body_en=body("<p>Not yet.</p>"))
    assert "666 returns" in str(fresh(release).body_en)
    assert "Not yet" in str(latest(release).body_en)


def test_a_held_language_may_be_incomplete(admin, release):
    post(admin, release, "publish=fr", lead_en="")
    page = fresh(release)
    assert page.lead_en == "A lead." and page.pending_en


def test_a_chosen_language_must_be_complete(admin, draft):
    data = posted(form_of(admin, draft), lead_en="")
    response = admin.post(edit_url(draft), data | {"action-publish": "fr en"})
    assert response.status_code == 200 and "lead_en" in response.context["form"].errors
    assert not fresh(draft).live


def test_a_held_slug_keeps_its_address(admin, release, client):
    address = release.url_in("en")
    post(admin, release, "publish=fr", slug_en="elsewhere", title_fr="Nouveau titre")
    page = fresh(release)
    assert page.url_in("en") == address and page.pending_en
    post(admin, release, "publish=en")
    assert fresh(release).url_in("en").endswith("/elsewhere/")


def test_the_default_slug_is_held_like_any_other(admin, release):
    address = release.url_in("fr")
    post(admin, release, "publish=en", slug="ailleurs")
    page = fresh(release)
    assert page.url_in("fr") == address and page.pending_fr
    post(admin, release, "publish=fr")
    assert fresh(release).url_in("fr").endswith("/ailleurs/")


def test_an_autosaved_draft_publishes_nothing(admin, release):
    _autosave(admin, release, title_en="Typed and autosaved")
    page = fresh(release)
    assert page.title_en == "Voluntary returns" and page.pending_en and not page.pending_fr
    assert latest(release).title_en == "Typed and autosaved"


def _autosave(admin, page, **changes):
    data = posted(form_of(admin, page), **changes)
    response = admin.post(edit_url(page), data, headers={"accept": "application/json"})
    assert response.json()["success"], response.content
    return response.json()


def test_autosave_overwrites_its_own_revision_and_keeps_both_languages(admin, release):
    first = _autosave(admin, release, title_en="One")
    data = posted(form_of(admin, release), title_fr="Deux")
    data |= {"overwrite_revision_id": first["revision_id"]}
    again = admin.post(edit_url(release), data, headers={"accept": "application/json"}).json()
    assert again["revision_id"] == first["revision_id"]
    found = latest(release)
    assert (found.title_fr, found.title_en) == ("Deux", "One")
    page = fresh(release)
    assert page.pending_fr and page.pending_en


def test_an_autosaved_choice_is_not_remembered(admin, draft):
    post(admin, draft, "publish=fr")
    _autosave(admin, draft, title_en="Typed later")
    assert fresh(draft).latest_revision.content["languages_to_publish"] is None


def test_saving_the_same_text_again_leaves_nothing_pending(admin, release):
    """Draftail gives paragraphs new keys, and an editor that copied a text gives blocks new ids: no change."""
    keyed = body('<p data-block-key="zzzzz">The mission assisted 666 returns.</p>', start=9)
    post(admin, release, body_en=keyed)
    page = fresh(release)
    assert not page.pending_fr and not page.pending_en


def test_two_people_in_two_languages_at_once_lose_nothing(admin, release):
    french = posted(form_of(admin, release), title_fr="Titre de Claire")
    english = posted(form_of(admin, release), title_en="Title of Mary")
    revision = release.latest_revision
    for data in (french, english):
        data |= {"loaded_revision_id": revision.pk, "loaded_revision_created_at": revision.created_at.isoformat()}
    assert admin.post(edit_url(release), french | {"action-publish": "fr"}).status_code == 302
    assert admin.post(edit_url(release), english | {"action-publish": "en"}).status_code == 302
    page = fresh(release)
    assert (page.title_fr, page.title_en) == ("Titre de Claire", "Title of Mary")
    assert not page.pending_fr and not page.pending_en


def test_the_history_says_which_language_went_out(admin, draft):
    post(admin, draft, "publish=fr")
    history = admin.get(reverse("wagtailadmin_pages:history", args=[draft.pk])).content.decode()
    assert "Français" in history and "English" in history
    entry = json.dumps(_publication_of(draft).data)
    assert json.loads(entry)["languages"] == ["fr"] and json.loads(entry)["pending"] == ["en"]


def _publication_of(page):
    from wagtail.models import PageLogEntry

    return PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").first()


def test_a_new_page_published_in_french_is_never_public_in_english(
    admin, news_index, django_capture_on_commit_callbacks
):
    from django.db.models.signals import post_save

    from news.models import NewsPage

    seen = []

    def look(sender, instance, **kwargs):
        row = NewsPage.objects.filter(pk=instance.pk).values_list("live", "published_en", "title_en").first()
        seen.append(row)

    post_save.connect(look, sender=NewsPage)
    try:
        page = _create(admin, news_index, "publish=fr")
    finally:
        post_save.disconnect(look, sender=NewsPage)
    assert seen and not any(published or title for _live, published, title in seen)
    assert page.public_languages == ("fr",) and page.pending_en
    assert latest(page).title_en == "A new one"


def _create(admin, parent, action, **changes):
    from news.models import NewsPage

    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", parent.pk])
    form = admin.get(url).context["form"]
    texts = {"title_fr": "Une nouvelle", "title_en": "A new one", "lead_fr": "Un", "lead_en": "One"}
    texts |= {"date": "2022-02-14", "body_fr": body("<p>Un.</p>"), "body_en": body("<p>One.</p>")}
    name, _, value = action.partition("=")
    response = admin.post(url, posted(form, **texts | changes) | {f"action-{name}": value})
    assert response.status_code == 302, response.context["form"].errors
    return NewsPage.objects.get(title_fr__in=["Une nouvelle", ""] if "title_fr" in changes else ["Une nouvelle"])


def test_a_new_page_that_is_scheduled_is_at_no_moment_live(admin, news_index):
    from django.db.models.signals import post_save

    from news.models import NewsPage

    seen = []

    def look(sender, instance, **kwargs):
        seen.extend(NewsPage.objects.filter(pk=instance.pk).values_list("live", flat=True))

    post_save.connect(look, sender=NewsPage)
    try:
        page = _create(admin, news_index, "publish=fr", go_live_at="2099-01-01 09:00")
    finally:
        post_save.disconnect(look, sender=NewsPage)
    assert seen and not any(seen)
    assert not page.live and page.scheduled_revision is not None


def test_bulk_publishing_publishes_the_default_language(admin, draft):
    url = reverse("wagtail_bulk_action", args=["pages", "basepage", "publish"]) + f"?id={draft.pk}"
    assert admin.post(url, {"include_descendants": ""}).status_code == 302
    assert fresh(draft).public_languages == ("fr",)
