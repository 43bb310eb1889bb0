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


def test_what_another_person_saved_in_another_language_is_kept(admin, draft):
    mine = _opened(admin, draft, title_fr="Mon titre", body_fr=body("<p>Mon texte.</p>"))
    post(admin, draft, title_en="Their title", body_en=body("<p>Their text.</p>"))
    response = admin.post(edit_url(draft), mine)
    assert response.status_code == 302, response.context["form"].errors
    page = latest(draft)
    assert (page.title_fr, page.title_en) == ("Mon titre", "Their title")
    assert "Mon texte" in str(page.body_fr) and "Their text" in str(page.body_en)
    assert any("claire" in str(message) for message in get_messages(response.wsgi_request))


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
