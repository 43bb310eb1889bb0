"""A workflow carries the chosen languages from submission to publication."""

import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from tests.languages.drafts import edit_url, form_of, fresh, latest, post, posted, publish, save_draft

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


@pytest.fixture
def moderated(news_index, editor, admin):
    """The list of news under a workflow of one approval, which the administrator may give."""
    WorkflowPage.objects.all().delete()
    workflow = Workflow.objects.create(name="Approval")
    task = GroupApprovalTask.objects.create(name="Approval")
    group = Group.objects.create(name="Approvers")
    task.groups.add(group)
    editor.groups.add(group)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page_id=news_index.pk)
    # A change of groups ends the sessions of the person.
    admin.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return workflow


def _act(admin, page, name):
    state = fresh(page).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
    response = admin.post(url, {"comment": "Please mend."})
    assert response.status_code in {200, 302}


def test_approving_publishes_the_submitted_language(admin, draft, moderated):
    post(admin, draft, "submit=fr")
    assert not fresh(draft).live
    _act(admin, draft, "approve")
    page = fresh(draft)
    assert page.public_languages == ("fr",) and page.pending_en


def test_submitting_english_leaves_live_french_alone(admin, release, moderated):
    post(admin, release, "submit=en", title_fr="Pas encore", title_en="Approved")
    _act(admin, release, "approve")
    page = fresh(release)
    assert (page.title_fr, page.title_en) == ("Retours volontaires", "Approved") and page.pending_fr


def test_an_edit_during_the_workflow_keeps_the_choice(admin, draft, moderated):
    post(admin, draft, "submit=en")
    post(admin, draft, title_en="Mended meanwhile")
    assert fresh(draft).latest_revision.content["languages_to_publish"] == "en"
    _act(admin, draft, "approve")
    page = fresh(draft)
    assert page.public_languages == ("en",) and page.title_en == "Mended meanwhile"


def test_a_rejected_page_is_resubmitted_for_other_languages(admin, draft, moderated):
    post(admin, draft, "submit=en")
    _act(admin, draft, "reject")
    post(admin, draft, title_en="Mended")
    post(admin, draft, "submit=fr en")
    _act(admin, draft, "approve")
    assert fresh(draft).public_languages == ("fr", "en")


def test_a_rejected_page_keeps_its_choice_until_it_is_resubmitted(admin, draft, moderated):
    post(admin, draft, "submit=en")
    _act(admin, draft, "reject")
    post(admin, draft, title_en="Mended")
    assert fresh(draft).latest_revision.content["languages_to_publish"] == "en"


def test_after_the_workflow_the_choice_is_forgotten(admin, draft, moderated):
    post(admin, draft, "submit=en")
    _act(admin, draft, "approve")
    save_draft(draft, title_fr="Autre")
    assert fresh(draft).latest_revision.content["languages_to_publish"] is None


def test_a_page_with_both_languages_live_takes_back_nothing_when_one_is_approved(admin, release, moderated):
    post(admin, release, "submit=fr", title_fr="Approuvé")
    _act(admin, release, "approve")
    page = fresh(release)
    assert page.public_languages == ("fr", "en") and not page.pending_en and not page.has_unpublished_changes


def test_publishing_directly_during_a_workflow_follows_the_button(admin, draft, moderated):
    post(admin, draft, "submit=en")
    post(admin, draft, "publish=fr")
    page = fresh(draft)
    assert page.public_languages == ("fr",) and page.current_workflow_state is None


def test_a_locked_page_is_not_published(admin, draft, editor):
    page = fresh(draft)
    page.locked, page.locked_by = True, None
    page.save()
    data = posted(form_of(admin, draft)) | {"action-publish": "fr"}
    admin.post(edit_url(draft), data)
    assert not fresh(draft).live and latest(draft).title_en == "Voluntary returns"


def test_locking_and_unlocking_keep_all_languages(admin, draft):
    publish(draft, "fr")
    for action in ("lock", "unlock"):
        admin.post(reverse(f"wagtailadmin_pages:{action}", args=[draft.pk]))
        page = fresh(draft)
        assert page.locked == (action == "lock")
        assert page.public_languages == ("fr",) and latest(draft).title_en == "Voluntary returns"


def _comment_on_top(admin, page):
    html = admin.get(edit_url(page)).content.decode()
    return re.findall(r'<blockquote class="localized__returned">(.*?)</blockquote>', html)


def test_a_returned_page_shows_the_comment_on_top_until_it_is_submitted_again(admin, draft, moderated):
    post(admin, draft, "submit=fr")
    assert not _comment_on_top(admin, draft)
    _act(admin, draft, "reject")
    post(admin, draft, title_fr="Un titre retouché")
    assert _comment_on_top(admin, draft) == ["Please mend."]
    post(admin, draft, "submit=fr")
    assert not _comment_on_top(admin, draft)


def test_the_buttons_of_approval_name_the_submitted_language(admin, draft, moderated):
    post(admin, draft, "submit=en")
    html = admin.get(edit_url(draft)).content.decode()
    labels = re.findall(r'data-workflow-action-name="approve".*?</svg>\s*([^<]*?)\s*</button>', html, re.S)
    assert labels and all("English" in label and "Français" not in label for label in labels)
