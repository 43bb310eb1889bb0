"""What a publication demands of children is asked of those that were posted, not of the stored draft's."""

import datetime as dt

import pytest

from contacts.models import ContactPage, Holder
from tests.factories import make_contact
from tests.languages.drafts import edit_url, form_of, posted

pytestmark = [pytest.mark.django_db]


def _two_at_once():
    card = make_contact(holder="Amina Tazi")
    card = ContactPage.objects.get(pk=card.pk)
    card.holders.add(Holder(name="", since=dt.date(2021, 1, 1)))
    card.save_revision(clean=False)
    return card


def _with_a_name(admin, card, name):
    data = posted(form_of(admin, card))
    row = next(key for key, value in data.items() if key.startswith("holders-") and key.endswith("-name") and not value)
    return data | {row: name}, row


def test_a_name_that_was_just_filled_in_is_the_one_in_the_message(admin):
    card = _two_at_once()
    data, _row = _with_a_name(admin, card, "Karim Essai")
    response = admin.post(edit_url(card), data | {"action-publish": "fr"})
    said = str(response.context["form"].errors) + str(response.context["form"].formsets["holders"].non_form_errors())
    assert "Amina Tazi" in said and "Karim Essai" in said and " et  " not in said


def test_what_was_mended_in_the_form_is_no_fault_any_more(admin):
    card = _two_at_once()
    data, row = _with_a_name(admin, card, "Karim Essai")
    first = "holders-0" if row.startswith("holders-1") else "holders-1"
    data |= {f"{first}-until": "31/12/2020"}
    response = admin.post(edit_url(card), data | {"action-publish": "fr"})
    assert response.status_code == 302, response.context["form"].errors
