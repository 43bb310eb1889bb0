"""“Start from French” copies texts and blocks, with their ids, and overwrites only what it was told to."""

import pytest
from django.http import QueryDict

from home.models import HomePage
from languages.editing.copying import Copy
from tests.languages.drafts import body, form_of, latest, post

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_english_starts_from_french_with_the_same_block_ids(admin, draft):
    post(admin, draft, title_en="", lead_en="", body_en=[])
    post(admin, draft, body_fr=body("<p>Un.</p>", "<p>Deux.</p>"), **{"start-from": "fr:en:empty"})
    page = latest(draft)
    assert page.title_en == page.title_fr and page.lead_en == "Un chapeau."
    assert [block.id for block in page.body_en] == [block.id for block in page.body_fr] == ["block-1", "block-2"]
    assert "Deux." in str(page.body_en)


def test_what_is_written_is_not_overwritten_unasked(admin, draft):
    post(admin, draft, lead_en="", **{"start-from": "fr:en:empty"})
    page = latest(draft)
    assert page.title_en == "Voluntary returns" and "666 returns" in str(page.body_en)
    assert page.lead_en == "Un chapeau."


def test_replacing_is_done_when_asked_and_the_former_text_stays_in_the_history(admin, draft):
    before = draft.latest_revision_id
    post(admin, draft, **{"start-from": "fr:en:replace"})
    page = latest(draft)
    assert page.title_en == "Retours volontaires" and "666 retours" in str(page.body_en)
    assert page.revisions.get(pk=before).as_object().title_en == "Voluntary returns"


def test_copying_goes_the_other_way_too(admin, draft):
    post(admin, draft, title_fr="", **{"start-from": "en:fr:empty"})
    assert latest(draft).title_fr == "Voluntary returns"


def test_addresses_are_not_copied(admin, draft):
    post(admin, draft, title_en="Voluntary returns", slug_en="", **{"start-from": "fr:en:empty"})
    assert latest(draft).slug_en == "voluntary-returns"


def test_texts_of_children_are_copied(admin, home):
    figures = {
        "figures-TOTAL_FORMS": "1",
        "figures-INITIAL_FORMS": "0",
        "figures-0-id": "",
        "figures-0-ORDER": "1",
        "figures-0-number": "666",
        "figures-0-label_fr": "retours vers la Guinée",
        "figures-0-label_en": "",
    }
    post(admin, home, title_fr="OIM Maroc", title_en="IOM Morocco", **figures, **{"start-from": "fr:en:empty"})
    assert latest(HomePage.objects.get()).figures.get().label_en == "retours vers la Guinée"


@pytest.mark.parametrize("wish", ["", "fr", "fr:fr:empty", "fr:xx:empty", "xx:en:replace", "::"])
def test_a_wish_that_makes_no_sense_is_none(wish):
    assert Copy.wanted(QueryDict(f"start-from={wish}")) is None


def test_the_button_is_offered_where_there_is_something_to_start_from(admin, draft):
    from tests.languages.drafts import edit_url

    html = admin.get(edit_url(draft)).content.decode()
    assert 'data-value="fr:en:empty"' in html and 'data-value="en:fr:empty"' in html
    post(admin, draft, title_en="", lead_en="", body_en=[])
    assert 'data-value="en:fr:empty"' not in admin.get(edit_url(draft)).content.decode()
    assert form_of(admin, draft)
