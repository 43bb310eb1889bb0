"""What publishing by language leans on in Wagtail without being promised it: one failing test each when it changes."""

import inspect

import pytest
from django.db.models.signals import pre_save
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import registry as log_actions
from wagtail.models import AbstractPage, PageLogEntry, Revision

from languages.publishing.history import TOLD, LanguagesFormatter
from news.models import NewsPage
from tests.languages.drafts import form_of, fresh, latest, publish, save_draft

pytestmark = pytest.mark.django_db


def test_the_publish_action_dates_the_object_of_the_revision_and_saves_it_whole(release, monkeypatch):
    seen = []
    save = NewsPage.save

    def watched(page, *args, **kwargs):
        if kwargs.get("update_fields") is None:
            stored = fresh(page)
            seen.append((page.live, page.last_published_at != stored.last_published_at, page.live_revision))
        return save(page, *args, **kwargs)

    revision = save_draft(release, title_fr="Autre")
    monkeypatch.setattr(NewsPage, "save", watched)
    revision.publish()
    assert seen == [(True, True, revision)] and seen[0][2] is revision


def test_every_way_of_publishing_ends_in_the_same_action():
    assert "PublishPageRevisionAction" in inspect.getsource(AbstractPage.publish)
    assert "object.save()" in inspect.getsource(PublishPageRevisionAction._publish_revision)
    assert "as_object()" in inspect.getsource(PublishPageRevisionAction.__init__)


def test_aliases_are_updated_with_the_content_of_the_revision(release, monkeypatch):
    given = []
    monkeypatch.setattr(NewsPage, "update_aliases", lambda page, **kwargs: given.append(kwargs))
    revision = save_draft(release, title_fr="Autre")
    revision.publish()
    assert set(given[0]) == {"revision", "_content"} and given[0]["_content"] is revision.content


def test_a_revision_rewritten_in_the_database_keeps_its_date(release):
    revision = fresh(release).latest_revision
    Revision.objects.filter(pk=revision.pk).update(content=revision.content | {"title_fr": "Réécrit"})
    again = Revision.objects.get(pk=revision.pk)
    assert again.created_at == revision.created_at and again.as_object().title_fr == "Réécrit"


def test_the_log_entry_holds_the_very_object_that_was_published(release):
    pages = []

    def look(sender, instance, **kwargs):
        if instance.action == "wagtail.publish":
            pages.append(instance._state.fields_cache["page"])

    pre_save.connect(look, sender=PageLogEntry)
    try:
        publish(release, "fr", title_fr="Autre")
    finally:
        pre_save.disconnect(look, sender=PageLogEntry)
    assert [page._publication.codes for page in pages] == [("fr",)]


def test_the_registry_of_log_actions_has_formatters_that_can_be_replaced():
    log_actions.scan_for_actions()
    assert all(isinstance(log_actions.formatters[action], LanguagesFormatter) for action in TOLD)


def test_the_menu_items_of_the_editor_are_where_they_were():
    from wagtail.admin.action_menu import PublishMenuItem, SubmitForModerationMenuItem

    assert PublishMenuItem.name == "action-publish" and SubmitForModerationMenuItem.name == "action-submit"


def test_a_form_says_when_required_fields_may_wait(admin, draft):
    form = form_of(admin, draft)
    form.defer_required_fields()
    assert form.is_deferred_validation


def test_a_form_validates_its_page_after_its_fields(admin, draft):
    source = inspect.getsource(type(form_of(admin, draft)).full_clean)
    assert "_post_clean" in source


def test_a_copy_begins_with_copying_the_children(release, monkeypatch):
    seen = []
    copy_children = NewsPage.copy_all_child_relations

    def watched(page, target, *args, **kwargs):
        seen.append(target.pk)
        return copy_children(page, target, *args, **kwargs)

    monkeypatch.setattr(NewsPage, "copy_all_child_relations", watched)
    release.copy(update_attrs={"slug": "copie"})
    assert seen == [None]
    assert "changed=False" in inspect.getsource(CopyPageAction._copy_page)


def test_an_object_of_a_revision_has_no_date_of_its_own(draft):
    """Wagtail gives it the date that stood in the revision: it would count as a publication."""
    publish(draft, "fr")
    first = Revision.objects.for_instance(fresh(draft)).order_by("pk").first()
    assert first.as_object().last_published_at == fresh(draft).last_published_at


def test_children_in_memory_can_be_told_from_those_in_the_database(release):
    assert not release.news_contacts.is_deferring
    assert latest(save_and_return(release)).news_contacts.is_deferring


def save_and_return(page):
    """Save a draft, so that the latest text is one of a revision."""
    save_draft(page, title_fr="Autre")
    return page
