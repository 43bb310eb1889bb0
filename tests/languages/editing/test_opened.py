"""One person in one editor is never told that somebody else saved; autosaves may answer late, or come too late."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.languages.drafts import edit_url, form_of, fresh, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def _autosave(admin, page, data):
    """Post what Wagtail's autosave posts from an editor that heard of no revision but the one it showed."""
    return admin.post(edit_url(page), data, headers={"accept": "application/json"})


def _opened(admin, page, **changes):
    shown = fresh(page).latest_revision
    known = {"loaded_revision_id": shown.pk, "loaded_revision_created_at": shown.created_at.isoformat()}
    return posted(form_of(admin, page), **changes) | known


def test_an_autosave_whose_answer_has_not_arrived_is_no_other_persons_save(admin, draft):
    mine = _opened(admin, draft, lead_fr="Un.")
    assert _autosave(admin, draft, mine).status_code == 200
    response = admin.post(edit_url(draft), mine | {"lead_fr": "Un. Deux."})
    assert response.status_code == 302, response.context["form"].errors
    assert latest(draft).lead_fr == "Un. Deux."
    assert not any("claire" in str(message) for message in get_messages(response.wsgi_request))


@pytest.mark.parametrize("action", ["action-publish", "action-submit"])
def test_publishing_and_submitting_do_not_meet_ones_own_autosave_either(admin, draft, action):
    mine = _opened(admin, draft, lead_fr="Un.")
    assert _autosave(admin, draft, mine).status_code == 200
    assert admin.post(edit_url(draft), mine | {"lead_fr": "Un. Deux.", action: "fr"}).status_code == 302
    assert latest(draft).lead_fr == "Un. Deux."


def test_autosave_goes_on_after_an_answer_that_was_lost(admin, draft):
    mine = _opened(admin, draft, lead_fr="Un.")
    first = _autosave(admin, draft, mine).json()["revision_id"]
    second = _autosave(admin, draft, mine | {"lead_fr": "Un. Deux."})
    assert second.status_code == 200 and second.json()["revision_id"] == first
    assert latest(draft).lead_fr == "Un. Deux."


@pytest.mark.parametrize("knows_its_revision", [False, True])
def test_an_autosave_that_arrives_after_the_save_by_hand_overwrites_nothing(admin, draft, knows_its_revision):
    mine = _opened(admin, draft, lead_fr="Un.")
    number = _autosave(admin, draft, mine).json()["revision_id"]
    mine |= {"overwrite_revision_id": str(number)} if knows_its_revision else {}
    assert admin.post(edit_url(draft), mine | {"lead_fr": "Un. Deux."}).status_code == 302
    assert _autosave(admin, draft, mine | {"lead_fr": "Un. D"}).status_code == 400
    assert latest(draft).lead_fr == "Un. Deux."


def test_a_button_pressed_twice_is_no_conflict_and_leaves_what_is_public_alone(admin, draft):
    mine = _opened(admin, draft, lead_fr="Un.")
    for _ in range(2):
        assert (
            admin.post(edit_url(draft), mine | {"action-publish": "fr", "copies_named": "body lead"}).status_code == 302
        )
    assert fresh(draft).lead_fr == "Un." and fresh(draft).revisions.count() == 3


def test_two_windows_of_one_person_still_lose_nothing_and_are_called_windows(admin, draft):
    here, there = _opened(admin, draft, lead_fr="Ici."), _opened(admin, draft, lead_fr="Là-bas.")
    assert _autosave(admin, draft, there).status_code == 200
    response = admin.post(edit_url(draft), here)
    form = response.context["form"]
    assert response.status_code == 200 and "lead_fr" in form.errors
    assert "claire" not in str(form.errors) and latest(draft).lead_fr == "Là-bas."


def test_another_person_who_saved_after_ones_own_autosave_is_asked_about(admin, draft, django_user_model, client):
    mine = _opened(admin, draft, lead_fr="Un.")
    assert _autosave(admin, draft, mine).status_code == 200
    other = django_user_model.objects.create_superuser("salma", "salma@example.org", "x")
    client.force_login(other)
    post(client, draft, lead_fr="Un autre.")
    response = admin.post(edit_url(draft), mine | {"lead_fr": "Un. Deux."})
    assert response.status_code == 200 and "lead_fr" in response.context["form"].errors
    assert latest(draft).lead_fr == "Un autre."


def test_a_form_that_does_not_show_what_was_kept_is_asked_when_it_is_sent_again(
    admin, draft, django_user_model, client
):
    mine = _opened(admin, draft, lead_fr="Un.")
    client.force_login(django_user_model.objects.create_superuser("salma", "salma@example.org", "x"))
    post(client, draft, title_en="Their title")
    for changes in ({}, {"lead_fr": "Un. Deux."}):
        admin.post(edit_url(draft), mine | changes)
        assert latest(draft).title_en == "Their title"


def test_a_page_that_autosave_created_is_saved_by_hand_without_a_question(admin, draft):
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", draft.get_parent().pk])
    mine = posted(admin.get(address).context["form"], title_fr="Nouvelle", date="2024-01-01")
    answer = admin.post(address, mine, headers={"accept": "application/json"})
    page = type(draft).objects.get(pk=answer.json()["pk"])
    response = admin.post(edit_url(page), mine | {"lead_fr": "Un."})
    assert response.status_code == 302, response.context["form"].errors
    assert latest(page).lead_fr == "Un."
