"""A text that was copied to start from, and was not translated, is asked about before readers see it."""

import pytest

from languages.copies import left_as_copied
from languages.differences import Kind, differences
from news.models import NewsPage
from tests.languages.drafts import body, edit_url, form_of, fresh, latest, post, posted

pytestmark = [pytest.mark.django_db, pytest.mark.every_database, pytest.mark.every_language]

FRENCH = "<p>La mission a accompagné le retour de plusieurs familles vers leur pays.</p>"
ENGLISH = "<p>The mission assisted several families in returning to their country.</p>"


@pytest.fixture
def copied(admin, draft):
    """A draft whose English body was started from French and left so."""
    post(admin, draft, body_fr=body(FRENCH), body_en=[])
    post(admin, draft, **{"start-from": "fr:en:empty"})
    return fresh(draft)


def _press(admin, page, codes, notes=(), **changes):
    data = posted(form_of(admin, page), **changes)
    return admin.post(edit_url(page), data | dict(notes) | {"action-publish": codes})


def test_publishing_a_copy_is_asked_about_and_names_the_block(admin, copied):
    response = _press(admin, copied, "fr en")
    form = response.context["form"]
    assert response.status_code == 200 and not fresh(copied).live
    (message,) = form.non_field_errors()
    assert "1" in message and form["copies_named"].value() == "en:body/block-1"


def test_a_second_press_publishes_it_as_it_is_and_asks_no_more(admin, copied):
    notes = {"copies_named": _press(admin, copied, "fr en").context["form"]["copies_named"].value()}
    assert _press(admin, copied, "fr en", notes).status_code == 302
    assert fresh(copied).public_languages == ("fr", "en")
    assert _press(admin, copied, "fr en", lead_fr="Un autre chapeau.", lead_en="Another lead.").status_code == 302


def test_the_source_alone_and_a_draft_are_not_asked_about(admin, copied):
    post(admin, copied, lead_en="A lead")
    assert _press(admin, copied, "fr").status_code == 302
    assert fresh(copied).public_languages == ("fr",)


def test_a_translated_text_is_not_asked_about(admin, copied):
    assert _press(admin, copied, "fr en", body_en=body(ENGLISH)).status_code == 302


def test_the_editor_says_what_is_still_to_be_translated(admin, copied):
    assert any(one.kind == Kind.COPIED for one in differences(latest(copied), "en"))
    post(admin, copied, body_en=body(ENGLISH))
    assert not any(one.kind == Kind.COPIED for one in differences(latest(copied), "en"))


def _copies(text):
    data = {"title_fr": text, "title_en": text}
    return left_as_copied(NewsPage, data, "en", "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Organisation Internationale",
        "Rabat, Tanger, Oujda, Fès, Agadir, Tiznit",
        "2 377 / 666 / 63",
        "AVRR FORSATY RDPP",
        "",
    ],
)
def test_names_and_numbers_are_the_same_in_any_language(text):
    assert not _copies(text)


@pytest.mark.parametrize("text", ["Les retours ont repris en février", "العودة الطوعية إلى الوطن مستمرة هذا العام"])
def test_a_sentence_is_not(text):
    assert _copies(text) == [("title", "")]
