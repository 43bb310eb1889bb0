"""When the holder changes, the former one's e-mail and numbers do not stand under the new name."""

import datetime as dt
import json
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.urls import reverse

from contacts import finding, tenure, turning
from contacts.cards import cards_of
from contacts.models import ContactPage, Holder, Telephone
from contacts.report import to_verify
from contacts.verification import Verification
from languages import registry
from search.models import OutboxRow

TODAY = tenure.today()
DAY = dt.timedelta(days=1)
OLD, DESK = "claire.aubry@example.org", "presse@example.org"
SHOWN = "05 00 00 00 01"


@pytest.fixture
def change(card, desk, publish):
    """Make a card whose holder changes: change(verified_on, since) is the card under the new holder."""

    def make(verified_on: dt.date | None, since: dt.date | None, *, until: dt.date | None = None) -> ContactPage:
        page = card("Responsable de la protection", "", ("0500000001", True), email=OLD, verified_on=verified_on)
        # A holder without a first day has always been there: nobody was before.
        before = [Holder(name="Claire Aubry", until=until or since - DAY)] if since else []
        page.holders = [*before, Holder(name="Nadia Alami", since=since)]
        page.telephones = [Telephone(number="0500000001")]
        return publish(page)

    return make


def everything(client: Any, page: ContactPage) -> str:
    """The page with its JSON-LD, the vCard, the directory, and what search is told."""
    code = registry.default()
    told = json.dumps([page.search_row(code), page.search_phones(), page.search_names()])
    file = client.get(reverse("contact_vcard", args=[page.pk])).text.replace("\r\n ", "")
    directory = client.get(page.get_parent().get_url()).text
    return "\n".join((client.get(page.get_url()).text, file, directory, told))


def test_a_new_holder_is_shown_with_the_press_desk_until_the_card_is_verified(client, change, publish):
    page = change(TODAY - 9 * DAY, TODAY)
    shown = everything(client, page)
    assert "Nadia Alami" in shown
    assert DESK in shown
    assert OLD not in shown
    assert "500000001" not in shown.replace(" ", "")
    page.verified_on = TODAY
    shown = everything(client, publish(page))
    assert OLD in shown
    assert "500000001" in shown.replace(" ", "")


def test_the_former_holder_keeps_the_lines_to_the_last_day(client, change):
    page = change(TODAY - 9 * DAY, TODAY + DAY, until=TODAY)
    shown = everything(client, page)
    assert "Claire Aubry" in shown
    assert OLD in shown


@pytest.mark.parametrize(
    ("verified", "since", "is_unconfirmed"),
    [(-9, -3, True), (-3, -3, False), (-1, -3, False), (-9, None, False), (None, -3, True), (None, None, False)],
)
def test_card_form_query_and_state_agree_on_who_is_in_doubt(change, verified, since, is_unconfirmed):
    def day(number: int | None) -> dt.date | None:
        return None if number is None else TODAY + number * DAY

    page = change(day(verified), day(since))
    (stored,) = cards_of(ContactPage.objects.all())
    assert (stored.email == DESK) is is_unconfirmed
    assert page.get_latest_revision_as_object().card == stored
    assert ContactPage.objects.unconfirmed(TODAY).exists() is is_unconfirmed
    assert (Verification.of_card(page) is Verification.HOLDER) is is_unconfirmed


def test_the_first_holder_of_a_card_that_was_never_verified_is_in_no_doubt(card, publish):
    page = card("Porte-parole", "", ("0500000001", True), email=OLD)
    page.holders = [Holder(name="Nadia Alami", since=TODAY)]
    assert publish(page).card.email == OLD


def test_a_number_of_the_former_holder_finds_nobody(change):
    change(TODAY - 9 * DAY, TODAY)
    assert not finding.matching(ContactPage.objects.published(), SHOWN).exists()


def test_a_change_of_holder_is_listed_for_checking(admin_client, admin_user, change):
    page = change(TODAY - 9 * DAY, TODAY)
    assert [one.pk for one in to_verify(admin_user)] == [page.pk]
    label = str(Verification.HOLDER.label)
    assert label in admin_client.get(reverse("contacts_to_verify")).text
    assert label in admin_client.get(reverse("wagtailadmin_home")).text


def saved(admin_client: Any, page: ContactPage, **changes: str) -> Any:
    """The answer to the form of a card that is saved as a draft."""
    from wagtail.test.utils.form_data import querydict_from_html

    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(admin_client.get(address).text, form_id="page-edit-form").dict()
    data |= {f"{registry.field('body', code)}-count": "0" for code in registry.codes()}
    return admin_client.post(address, data | changes)


def test_the_editor_is_told_whose_lines_stand_there(admin_client, change):
    page = change(TODAY - 9 * DAY, TODAY + 9 * DAY, until=TODAY + 8 * DAY)
    answer = saved(admin_client, page, **{"shows_email": "on", "telephones-0-is_public": "on"})
    said = " ".join(map(str, get_messages(answer.wsgi_request)))
    assert answer.status_code == 302
    assert all(word in said for word in ("Nadia Alami", OLD, "05 00 00 00 01"))


def test_after_the_verification_the_editor_is_not_told_again(admin_client, change):
    page = change(TODAY - 9 * DAY, TODAY)
    answer = saved(admin_client, page, shows_email="on", verified_on=TODAY.isoformat())
    assert OLD not in " ".join(map(str, get_messages(answer.wsgi_request)))


def test_a_verification_that_is_still_to_come_is_refused(admin_client, change):
    page = change(TODAY - 9 * DAY, None)
    answer = saved(admin_client, page, verified_on=(TODAY + DAY).isoformat())
    assert answer.status_code == 200
    assert "verified_on" in answer.context["form"].errors
    page.verified_on = TODAY + DAY
    with pytest.raises(ValidationError):
        page.clean()


def test_each_day_search_is_told_of_the_cards_once(change, monkeypatch):
    monkeypatch.setattr(turning, "_told", [])
    page = change(TODAY, None)
    OutboxRow.objects.all().delete()
    assert (turning.tell_search(TODAY), turning.tell_search(TODAY), turning.tell_search(TODAY + DAY)) == (1, 0, 1)
    assert set(OutboxRow.objects.values_list("page_id", flat=True)) == {page.pk}
