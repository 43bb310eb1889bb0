"""A draft that lacks its title or date cannot be published until an officer gives it."""

import datetime
import json

import pytest

from importer.completing import objections, open_reasons
from importer.importing import Importer
from importer.models import WaitingPage
from languages.publishing import PublicationRefused, missing_for
from news.models import NewsPage

from .pages import AXES, CONTACTS, STORY, WRAPPED

pytestmark = pytest.mark.django_db


def waiting(text: str) -> tuple[WaitingPage, NewsPage]:
    """Import a page and return what it waits for and its draft."""
    record = Importer().take("story.txt", text.encode).record
    row = WaitingPage.objects.get(page_id=record.page_id)
    return row, record.page.specific.get_latest_revision_as_object()


def test_a_page_that_lacks_nothing_waits_for_nothing() -> None:
    Importer().take("page.txt", WRAPPED.encode)
    assert not WaitingPage.objects.exists()


def test_an_untitled_undated_draft_is_refused_in_words() -> None:
    row, page = waiting(STORY)
    assert row.working_title in (page.title_fr, page.title_en) and "story.txt" in row.working_title
    assert [message for _code, _column, message in missing_for(page, ["en"])][-2:] == objections(page)
    assert len(objections(page)) == 2


def test_publishing_without_the_form_is_refused_too() -> None:
    _row, page = waiting(STORY)
    revision = page.save_revision()
    with pytest.raises(PublicationRefused):
        revision.publish()
    assert not NewsPage.objects.get(pk=page.pk).live


def test_filling_in_title_and_date_lets_the_page_go() -> None:
    row, page = waiting(STORY)
    page.title_en = "Bread for the whole street"
    assert open_reasons(row, page.serializable_data()) == ["date_missing"]
    page.date, page.date_precision, page.lead_en = datetime.date(2019, 3, 3), NewsPage.Precision.DAY, "He bakes."
    assert objections(page) == []
    page.save_revision().publish()
    assert NewsPage.objects.get(pk=page.pk).live


def test_each_heading_of_an_axis_is_asked_for_until_it_is_given() -> None:
    row, page = waiting(AXES)
    assert len(objections(page)) == 3
    data = page.serializable_data()
    data["body_fr"] = data["body_fr"].replace('"value": ""', '"value": "Protection"', 2)
    assert open_reasons(row, data) == ["axis_heading_missing:1"]


def test_a_card_without_a_role_waits_for_its_title() -> None:
    record = Importer().take("page.txt", CONTACTS.replace("Chargée de communication\n", "").encode).record
    assert [row.reasons for row in WaitingPage.objects.filter(file=record)] == [["title_missing"]]


def test_taking_the_empty_headings_away_does_not_give_them() -> None:
    row, page = waiting(AXES)
    data = page.serializable_data()
    blocks = [block for block in json.loads(data["body_fr"]) if block["value"] != ""]
    data["body_fr"] = json.dumps(blocks)
    assert len(open_reasons(row, data)) == 3


def test_axes_that_cannot_be_told_apart_hold_the_page_back_until_each_has_its_heading() -> None:
    row, page = waiting(AXES.replace("trois axes", "quatre axes"))
    assert row.reasons == ["axes_not_told_apart:4"] and len(objections(page)) == 1
    assert [message for _code, _column, message in missing_for(page, ["fr"])][-1:] == objections(page)
    with pytest.raises(PublicationRefused):
        page.save_revision().publish()
    data = page.serializable_data()
    blocks = json.loads(data["body_fr"])
    headed = [each for block in blocks for each in ({"type": "heading", "value": "Axe", "id": block["id"]}, block)]
    data["body_fr"] = json.dumps(headed[:6])
    assert open_reasons(row, data) == row.reasons
    data["body_fr"] = json.dumps([*headed, *headed][:8])
    assert open_reasons(row, data) == []
