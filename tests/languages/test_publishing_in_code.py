"""Publishing chooses languages: schedules, code, bulk, and everything that is no publication."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from languages import publishing
from news.models import NewsPage
from tests.languages.drafts import body, fresh, latest, make_draft, publish, save_draft

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]

SOON = datetime.timedelta(hours=1)


def test_without_a_choice_only_the_default_language_is_published(draft):
    draft.get_latest_revision().publish()
    assert fresh(draft).public_languages == ("fr",)


def test_without_a_choice_and_a_default_title_the_first_language_with_a_title_is_published(news_index):
    page = make_draft(news_index, title_fr="", lead_fr="", paragraph_fr="", slug="")
    page.get_latest_revision().publish()
    assert fresh(page).public_languages == ("en",)


def test_a_live_page_added_in_code_is_public_in_the_languages_it_has_a_title_in(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One"))
    assert fresh(page).public_languages == ("fr", "en")
    page = news_index.add_child(instance=NewsPage(title_en="Two"))
    assert fresh(page).public_languages == ("en",)


def test_a_live_page_added_in_code_may_choose(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One", languages_to_publish="en"))
    row = fresh(page)
    assert row.public_languages == ("en",) and not row.title_fr and row.languages_to_publish is None
    assert page.title_fr == "Un"


def test_choosing_in_code_is_what_the_next_revision_publishes(draft):
    page = latest(draft)
    publishing.choose(page, ["en"])
    page.save_revision().publish()
    assert fresh(draft).public_languages == ("en",)


def test_choosing_an_unknown_language_is_an_error(draft):
    with pytest.raises(ValueError, match="xx"):
        publishing.choose(draft, ["xx"])


def test_a_choice_that_lacks_a_required_text_is_refused_when_it_is_saved(draft):
    page = latest(draft)
    page.lead_en = ""
    publishing.choose(page, ["fr", "en"])
    with pytest.raises(ValidationError) as refused:
        page.save_revision()
    assert "lead_en" in refused.value.message_dict
    assert not publishing.missing_for(page, ["fr"])


def test_an_empty_paragraph_is_no_required_text(draft):
    draft.lead_en = '<p data-block-key="abc"></p>'
    assert [column for _code, column, _message in publishing.missing_for(draft, ["en"])] == ["lead_en"]


def test_what_a_higher_room_demands_is_asked_when_the_choice_is_saved(draft, monkeypatch):
    monkeypatch.setattr(NewsPage, "publication_faults", lambda self, codes: ["Stands in the queue."], raising=False)
    page = latest(draft)
    publishing.choose(page, ["fr"])
    with pytest.raises(ValidationError, match="Stands in the queue"):
        page.save_revision()


def test_what_a_higher_room_demands_holds_where_nobody_chose(draft, monkeypatch):
    monkeypatch.setattr(NewsPage, "publication_faults", lambda self, codes: ["Stands in the queue."], raising=False)
    with pytest.raises(PermissionDenied, match="Stands in the queue"):
        draft.get_latest_revision().publish()
    assert not fresh(draft).live


def test_the_choice_is_not_inherited_by_the_next_revision(draft):
    publish(draft, "en")
    revision = save_draft(draft, title_fr="Autre")
    assert revision.content["languages_to_publish"] is None


def test_after_publication_the_choice_says_where_the_revision_is_live(draft):
    page = publish(draft, "fr")
    assert page.live_revision.content["languages_to_publish"] == "fr"
    page = publish(draft, "en")
    assert page.live_revision.content["languages_to_publish"] == "fr en"


def test_a_scheduled_language_goes_live_alone(draft):
    publish(draft, "fr", go_live_at=timezone.now() + SOON)
    assert not fresh(draft).live
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now() - SOON)
    content = fresh(draft).latest_revision.content
    content["go_live_at"] = (timezone.now() - SOON).isoformat()
    Revision.objects.filter(pk=fresh(draft).latest_revision_id).update(content=content)
    call_command("publish_scheduled")
    page = fresh(draft)
    assert page.public_languages == ("fr",) and page.pending_en


def test_a_schedule_for_english_leaves_live_french_alone_until_then(release):
    revision = save_draft(
        release, title_fr="Pas encore", title_en="In time", languages_to_publish="en", go_live_at=timezone.now() + SOON
    )
    revision.publish()
    page = fresh(release)
    assert (page.title_fr, page.title_en) == ("Retours volontaires", "Voluntary returns")
    past = timezone.now() - SOON
    content = revision.content | {"go_live_at": past.isoformat()}
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")
    page = fresh(release)
    assert (page.title_fr, page.title_en) == ("Retours volontaires", "In time")
    entry = PageLogEntry.objects.filter(page=release.pk, action="wagtail.publish.scheduled").first()
    assert entry.data["languages"] == ["en"] and entry.data["pending"] == ["fr"]


def test_a_scheduled_choice_that_lost_its_title_stops_nothing(draft, release):
    revision = save_draft(draft, languages_to_publish="en")
    past = timezone.now() - SOON
    content = revision.content | {"title_en": "", "title": "Retours volontaires"}
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")
    assert fresh(draft).public_languages in ((), ("fr", "en"))


def test_a_republished_expired_page_brings_back_exactly_its_languages(draft):
    publish(draft, "fr", expire_at=timezone.now() + SOON)
    NewsPage.objects.filter(pk=draft.pk).update(expire_at=timezone.now() - SOON)
    call_command("publish_scheduled")
    page = fresh(draft)
    assert page.expired and not page.public_languages and not page.published_fr
    revision = page.get_latest_revision()
    revision.content["expire_at"] = None
    revision.save()
    revision.publish()
    assert fresh(draft).public_languages == ("fr",)


def test_a_page_public_in_both_languages_comes_back_in_both(release):
    release.unpublish()
    assert not fresh(release).public_languages
    fresh(release).get_latest_revision().publish()
    assert fresh(release).public_languages == ("fr", "en")


def test_reverting_while_publishing_french_keeps_todays_english_draft(release):
    old = fresh(release).latest_revision
    save_draft(release, title_fr="Titre récent", title_en="English of today")
    page = old.as_object()
    publishing.choose(page, ["fr"])
    page.save_revision(previous_revision=old).publish(previous_revision=old)
    assert fresh(release).title_fr == "Retours volontaires"
    assert latest(release).title_en == "English of today" and fresh(release).pending_en


def test_reverting_without_publishing_brings_both_languages_back(release):
    old = fresh(release).latest_revision
    save_draft(release, title_fr="Titre récent", title_en="English of today")
    old.as_object().save_revision(previous_revision=old)
    assert latest(release).title_en == "Voluntary returns"


def test_publishing_an_older_revision_leaves_the_newer_text_pending(release):
    older = save_draft(release, title_fr="Deuxième", title_en="Second", languages_to_publish="fr")
    save_draft(release, title_fr="Troisième", title_en="Third")
    older.publish()
    page = fresh(release)
    assert (page.title_fr, page.title_en) == ("Deuxième", "Voluntary returns")
    assert page.pending_fr and page.pending_en and page.has_unpublished_changes
    assert latest(release).title_fr == "Troisième"


def test_an_english_only_page_takes_its_address_from_the_english_title(news_index, client):
    page = make_draft(news_index, title_fr="", lead_fr="", slug="", paragraph_fr="", title_en="Joint statement")
    page = publish(page, "en")
    assert page.slug == "joint-statement" and page.slug_en == "joint-statement"
    assert not page.title_fr and page.public_languages == ("en",)
    assert NewsPage.objects.filter(pk=page.pk).values_list("draft_title", flat=True)[0] == "Joint statement"


def test_an_english_address_stays_when_french_is_added_later(news_index):
    page = make_draft(news_index, title_fr="", lead_fr="", slug="", paragraph_fr="", title_en="Joint statement")
    address = publish(page, "en").url_in("en")
    page = publish(page, "fr", title_fr="Déclaration commune", lead_fr="Un.", slug="declaration-commune")
    assert page.url_in("en") == address and page.url_in("fr").endswith("/declaration-commune/")
    assert page.public_languages == ("fr", "en")


def test_an_english_only_page_does_not_tell_its_french_draft(news_index):
    page = make_draft(news_index, title_en="Joint statement")
    page = publish(page, "en")
    assert not page.title_fr and not page.lead_fr and page.pending_fr
    assert page.slug_en == "joint-statement"
    assert latest(page).title_fr == "Retours volontaires"


def test_the_fallback_never_becomes_a_french_title(news_index):
    page = make_draft(news_index, title_fr="", lead_fr="", slug="", paragraph_fr="")
    for found in (fresh(page), latest(page)):
        found.save()
        assert not fresh(page).title_fr
    save_draft(page, lead_en="Another lead.")
    assert not latest(page).title_fr and not fresh(page).latest_revision.content["title_fr"]


def test_a_plain_save_is_never_a_publication(draft):
    page = publish(draft, "fr")
    page.save()
    assert fresh(draft).public_languages == ("fr",) and fresh(draft).pending_en
    old = fresh(draft).latest_revision.as_object()
    old.save()
    page = fresh(draft)
    assert page.public_languages == ("fr",) and not page.title_en


def test_dates_set_by_an_importer_are_never_a_publication(draft):
    page = publish(draft, "fr")
    page.last_published_at = page.first_published_at = timezone.now() - datetime.timedelta(days=900)
    page.save()
    assert fresh(draft).public_languages == ("fr",) and not fresh(draft).title_en


def test_a_direct_edit_changes_what_is_live_and_nothing_else(draft):
    page = publish(draft, "fr")
    page.title_fr = "Corrigé directement"
    page.title_en = "Not public, not written"
    page.save()
    row = fresh(draft)
    assert row.title_fr == "Corrigé directement" and not row.title_en and row.public_languages == ("fr",)


def test_moving_is_never_a_publication(draft, home):
    from home.models import StandardPage

    page = home.add_child(instance=StandardPage(title_fr="Un", title_en="One", languages_to_publish="fr"))
    target = home.add_child(instance=StandardPage(title_fr="Cible", title_en="Target"))
    page.move(target, pos="last-child")
    row = StandardPage.objects.get(pk=page.pk)
    assert row.public_languages == ("fr",) and not row.title_en
    assert row.url_in("en").startswith(target.url_in("en"))


def test_updating_one_translated_field_means_every_language_of_it(release):
    release.title_fr, release.title_en = "Un", "One"
    release.save(update_fields=["title"])
    assert (fresh(release).title_fr, fresh(release).title_en) == ("Un", "One")


def test_unpublishing_one_language_keeps_the_other_and_the_draft(release, editor):
    release.unpublish_language("en", editor)
    page = fresh(release)
    assert page.public_languages == ("fr",) and not page.title_en and not page.body_en
    assert page.pending_en and page.has_unpublished_changes
    assert latest(release).title_en == "Voluntary returns" and latest(release).body_en
    entry = PageLogEntry.objects.filter(page=release.pk, action="wagtail.unpublish").first()
    assert entry.data["languages"] == ["en"] and "English" in str(entry.message)


def test_a_language_taken_back_is_not_brought_back_by_republishing(release):
    release.unpublish_language("en")
    page = fresh(release)
    assert page.live_revision.content["languages_to_publish"] == "fr"


def test_unpublishing_the_last_language_unpublishes_the_page(release):
    release.unpublish_language("en")
    release.unpublish_language("fr")
    assert not fresh(release).live


def test_unpublishing_the_default_language_leaves_the_other_title_to_the_admin(release):
    release.unpublish_language("fr")
    page = fresh(release)
    assert page.public_languages == ("en",) and not page.title_fr
    assert str(page) == "Voluntary returns"


def test_unpublishing_a_language_needs_the_right(release, django_user_model):
    stranger = django_user_model.objects.create_user("stranger", password="x")
    with pytest.raises(PermissionDenied):
        release.unpublish_language("en", stranger)
    assert fresh(release).public_languages == ("fr", "en")


def test_a_page_without_revisions_loses_no_text_when_a_language_is_taken_back(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One", body_en=body("<p>One.</p>")))
    fresh(page).unpublish_language("en")
    assert latest(page).title_en == "One" and "One." in str(latest(page).body_en)


def test_the_direct_action_publishes_what_was_chosen(draft, editor):
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction

    revision = save_draft(draft, languages_to_publish="en")
    PublishPageRevisionAction(revision, user=editor).execute()
    assert fresh(draft).public_languages == ("en",)


def test_a_new_child_keeps_its_held_language(news_index, home):
    from programmes.models import ProgrammeIndexPage, ProgrammePage, Strand
    from tests.factories import make_index

    parent = make_index(ProgrammeIndexPage)
    page = parent.add_child(instance=ProgrammePage(title_fr="Un", title_en="One", lead_fr="U", lead_en="O"))
    found = latest(page)
    found.strands.add(Strand(name_fr="Volet", name_en="Strand", description_en="Later"))
    publishing.choose(found, ["fr"])
    found.save_revision().publish()
    row = fresh(page)
    strand = row.strands.get()
    assert strand.name_fr == "Volet" and not strand.name_en and not strand.description_en and row.pending_en
    assert row.latest_revision.content["strands"][0]["pk"] == strand.pk
    found = latest(page)
    publishing.choose(found, ["en"])
    found.save_revision().publish()
    again = fresh(page).strands.get()
    assert again.pk == strand.pk and (again.name_fr, again.name_en) == ("Volet", "Strand")
    assert not fresh(page).pending_en


def test_a_live_child_keeps_its_held_language_by_primary_key(news_index):
    from programmes.models import ProgrammeIndexPage, ProgrammePage, Strand
    from tests.factories import make_index

    parent = make_index(ProgrammeIndexPage)
    page = ProgrammePage(title_fr="Un", title_en="One", lead_fr="U", lead_en="O")
    page.strands = [Strand(name_fr="A", name_en="A"), Strand(name_fr="B", name_en="B")]
    parent.add_child(instance=page)
    found = latest(page)
    children = found.strands.get_object_list()
    children.reverse()
    for number, child in enumerate(children):
        child.sort_order, child.name_fr, child.name_en = number, child.name_fr + "!", child.name_en + "?"
    publishing.choose(found, ["fr"])
    found.save_revision().publish()
    rows = {strand.name_fr: strand.name_en for strand in fresh(page).strands.all()}
    assert rows == {"A!": "A", "B!": "B"}
    assert {child.name_en for child in latest(page).strands.all()} == {"A?", "B?"}


def test_search_and_references_see_live_values_only(draft, home):
    from wagtail.models import ReferenceIndex
    from wagtail.search.backends import get_search_backend

    text = f'<p><a linktype="page" id="{home.pk}">Unreleased word zanzibar</a></p>'
    page = publish(draft, "fr", title_en="Zanzibar unreleased", body_en=body(text))
    assert page.pending_en
    found = get_search_backend().search("zanzibar", NewsPage.objects.all())
    assert not list(found)
    assert get_search_backend().search("volontaires", NewsPage.objects.all()).count() == 1
    assert not ReferenceIndex.get_references_to(home).filter(object_id=str(page.pk)).exists()


def test_the_title_is_found_in_every_language_whatever_the_admins_language(release):
    from wagtail.search.backends import get_search_backend

    for word in ("volontaires", "voluntary"):
        assert get_search_backend().search(word, NewsPage.objects.all()).count() == 1
        assert get_search_backend().autocomplete(word[:5], NewsPage.objects.all()).count() == 1


def test_a_live_page_without_revisions_stays_live_while_it_is_scheduled(news_index):
    page = news_index.add_child(instance=NewsPage(title_fr="Un", title_en="One", lead_fr="U", lead_en="O"))
    found = latest(page)
    found.title_fr, found.go_live_at = "Plus tard", timezone.now() + SOON
    publishing.choose(found, ["fr"])
    found.save_revision().publish()
    row = fresh(page)
    assert row.public_languages == ("fr", "en") and row.title_fr == "Un" and row.scheduled_revision is not None


def test_children_of_a_new_page_keep_the_language_that_was_not_chosen(home):
    from programmes.models import ProgrammeIndexPage, ProgrammePage, Strand
    from tests.factories import make_index

    page = ProgrammePage(title_fr="Un", title_en="One", languages_to_publish="fr")
    page.strands = [Strand(name_fr="Volet", name_en="Strand")]
    make_index(ProgrammeIndexPage).add_child(instance=page)
    assert not fresh(page).strands.get().name_en
    page.save_revision(clean=False)
    assert latest(page).strands.all()[0].name_en == "Strand"
    assert fresh(page).strands.count() == 1
