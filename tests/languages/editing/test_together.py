"""Two people on one page lose nothing: other fields are kept, the same field is asked about."""

import pytest
from django.contrib.messages import get_messages

from languages.editing.together import stamp
from tests.languages.drafts import body, edit_url, form_of, fresh, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]


def _opened(admin, page, **changes):
    """What somebody posts who opened the page now and saves later."""
    return posted(form_of(admin, page), **changes)


def test_the_form_notes_the_revision_it_shows(admin, draft):
    assert form_of(admin, draft)["written_on"].value() == stamp(fresh(draft).latest_revision)


def test_what_another_person_saved_in_another_language_is_kept(admin, draft, client, django_user_model):
    mine = _opened(admin, draft, title_fr="Mon titre", body_fr=body("<p>Mon texte.</p>"))
    client.force_login(django_user_model.objects.create_superuser("salma", "salma@example.org", "x"))
    post(client, draft, title_en="Their title", body_en=body("<p>Their text.</p>"))
    response = admin.post(edit_url(draft), mine)
    assert response.status_code == 302, response.context["form"].errors
    page = latest(draft)
    assert (page.title_fr, page.title_en) == ("Mon titre", "Their title")
    assert "Mon texte" in str(page.body_fr) and "Their text" in str(page.body_en)
    assert any("salma" in str(message) for message in get_messages(response.wsgi_request))


def test_the_same_field_is_asked_about_and_both_texts_are_there(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre", lead_fr="Mon chapeau")
    post(admin, draft, title_fr="Leur titre")
    response = admin.post(edit_url(draft), mine)
    form = response.context["form"]
    assert response.status_code == 200 and "title_fr" in form.errors and "lead_fr" not in form.errors
    assert form["title_fr"].value() == "Mon titre" and form["lead_fr"].value() == "Mon chapeau"
    assert latest(draft).title_fr == "Leur titre"


def test_saving_again_puts_mine_in_place_and_leaves_theirs_in_the_history(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre")
    post(admin, draft, title_fr="Leur titre", title_en="Their title")
    theirs = fresh(draft).latest_revision_id
    refused = admin.post(edit_url(draft), mine).context["form"]
    again = mine | {name: refused[name].value() for name in ("seen", "written_on")}
    assert admin.post(edit_url(draft), again).status_code == 302
    page = latest(draft)
    assert (page.title_fr, page.title_en) == ("Mon titre", "Their title")
    assert page.revisions.get(pk=theirs).as_object().title_fr == "Leur titre"


def test_the_same_text_typed_twice_is_no_conflict(admin, draft):
    mine = _opened(admin, draft, title_fr="Le même titre")
    post(admin, draft, title_fr="Le même titre")
    assert admin.post(edit_url(draft), mine).status_code == 302


def test_shared_fields_are_kept_like_texts(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre")
    post(admin, draft, date="2021-05-06")
    assert admin.post(edit_url(draft), mine).status_code == 302
    assert str(latest(draft).date) == "2021-05-06"


def test_a_form_that_says_nothing_of_its_revision_is_saved_as_it_is(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre")
    del mine["written_on"]
    post(admin, draft, title_en="Their title")
    assert admin.post(edit_url(draft), mine).status_code == 302


def test_autosave_of_an_outdated_form_is_refused_by_wagtail_itself(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre")
    mine |= {"loaded_revision_id": draft.latest_revision_id, "loaded_revision_created_at": "x"}
    post(admin, draft, title_en="Their title")
    response = admin.post(edit_url(draft), mine, headers={"accept": "application/json"})
    assert response.status_code == 400 and latest(draft).title_en == "Their title"


def _autosaved(admin, page, data):
    """Post what Wagtail's autosave posts; return its answer's revision as the browser then notes it in the form."""
    known = fresh(page).latest_revision
    data = data | {"loaded_revision_id": known.pk, "loaded_revision_created_at": known.created_at.isoformat()}
    answer = admin.post(edit_url(page), data, headers={"accept": "application/json"})
    assert answer.status_code == 200, answer.content
    return {"overwrite_revision_id": str(answer.json()["revision_id"])}


def _refused(admin, page, data):
    """Submit what lacks something; return the notes that the form shown again has."""
    response = admin.post(edit_url(page), data | {"action-publish": "fr"})
    form = response.context["form"]
    assert form.errors and not form.non_field_errors()
    return {name: form[name].value() for name in ("seen", "written_on")}


def test_ones_own_autosave_is_no_other_persons_save(admin, draft):
    mine = _opened(admin, draft, title_fr="", lead_fr="Un premier chapeau")
    session = _autosaved(admin, draft, mine)
    notes = _refused(admin, draft, mine | session)
    again = mine | notes | {"lead_fr": "Un chapeau retouché", "title_fr": "Un titre"}
    response = admin.post(edit_url(draft), again)
    assert response.status_code == 302, response.context["form"].errors
    assert latest(draft).lead_fr == "Un chapeau retouché"


def test_another_person_after_ones_own_autosave_is_still_asked_about(admin, draft):
    mine = _opened(admin, draft, title_fr="", lead_fr="Un premier chapeau")
    session = _autosaved(admin, draft, mine)
    notes = _refused(admin, draft, mine | session)
    post(admin, draft, title_fr="Leur titre", lead_fr="Leur chapeau")
    response = admin.post(edit_url(draft), mine | notes | {"lead_fr": "Un chapeau retouché"})
    assert response.status_code == 200 and "lead_fr" in response.context["form"].errors
    assert latest(draft).lead_fr == "Leur chapeau"


def test_ones_own_autosave_is_the_basis_when_another_person_saved_after_it(admin, draft):
    mine = _opened(admin, draft, title_fr="", lead_fr="Un premier chapeau")
    session = _autosaved(admin, draft, mine)
    post(admin, draft, title_en="Their title")
    notes = _refused(admin, draft, mine | session)
    again = mine | notes | {"lead_fr": "Un chapeau retouché", "title_fr": "Un titre"}
    response = admin.post(edit_url(draft), again)
    assert response.status_code == 302, response.context["form"].errors
    assert (latest(draft).lead_fr, latest(draft).title_en) == ("Un chapeau retouché", "Their title")
