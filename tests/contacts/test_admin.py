"""Keeping cards in the admin, through its real forms."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from contacts.models import ContactPage, PressDesk, Telephone
from languages import registry
from tests.contacts.conftest import in_all_languages, titled

TODAY = timezone.localdate()


@pytest.fixture
def admin(admin_client):
    """A browser of an administrator."""
    return admin_client


def rows(relation: str, *values: dict[str, Any]) -> dict[str, Any]:
    """Post data of inline rows, all new."""
    data = {f"{relation}-TOTAL_FORMS": len(values), f"{relation}-INITIAL_FORMS": 0}
    data |= {f"{relation}-MIN_NUM_FORMS": 0, f"{relation}-MAX_NUM_FORMS": 1000}
    for place, row in enumerate(values):
        data |= {f"{relation}-{place}-{name}": value for name, value in row.items()}
        data |= {f"{relation}-{place}-ORDER": place + 1, f"{relation}-{place}-id": "", f"{relation}-{place}-DELETE": ""}
    return data


def no_bodies() -> dict[str, str]:
    """Post data of empty bodies, which the browser's script would add."""
    return {f"{registry.field('body', code)}-count": "0" for code in registry.codes()}


def create(admin, directory, **changes: Any):
    """Fill in and publish the form of a new card."""
    address = reverse("wagtailadmin_pages:add", args=["contacts", "contactpage", directory.pk])
    data = querydict_from_html(admin.get(address).text, form_id="page-edit-form").dict()
    data |= in_all_languages("title", "Porte-parole") | no_bodies() | {"action-publish": " ".join(registry.codes())}
    return admin.post(address, data | changes)


def messages_of(response) -> str:
    """What the admin says after an action."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_a_card_is_made_in_the_form(admin, directory):
    holder, number = (
        {"name": "Salma Alaoui", "since": "2026-01-01", "until": ""},
        {"number": "0537 65 28 81", "is_public": "on"},
    )
    hours = {f"opening_{day}": "8:30-12:30, 14h–17h30" for day in range(5)}
    answer = create(
        admin, directory, **rows("holders", holder), **rows("telephones", number), **hours,
        languages_spoken=["ar", "fr"], media=["radio"], email="porte.parole@example.org", shows_email="on",
    )  # fmt: skip
    assert answer.status_code == 302
    page = ContactPage.objects.published().get()
    assert page.present_holder.name == "Salma Alaoui"
    assert [row.number for row in page.telephones.all()] == ["+212537652881"]
    assert page.opening == "Mo-Fr 08:30-12:30,14:00-17:30"
    assert (page.languages_spoken, page.media) == (("ar", "fr"), ("radio",))


def test_two_holders_at_the_same_time_are_refused_by_name(admin, directory):
    first, second = {"name": "Salma", "since": "2026-01-01"}, {"name": "Youssef", "since": "2026-06-01"}
    answer = create(admin, directory, **rows("holders", first, second))
    assert answer.status_code == 200
    assert not ContactPage.objects.exists()
    assert "Salma" in str(answer.context["form"].formsets["holders"].non_form_errors())
    ended = first | {"until": "2026-05-31"}
    assert create(admin, directory, **rows("holders", ended, second)).status_code == 302


def test_a_holder_cannot_leave_before_coming(admin, directory):
    answer = create(admin, directory, **rows("holders", {"name": "A", "since": "2026-06-01", "until": "2026-01-01"}))
    assert "until" in answer.context["form"].formsets["holders"].errors[0]


@pytest.mark.parametrize("number", ["12", "bureau", "05 37 65 28 81 poste 12"])
def test_what_is_no_number_is_refused(admin, directory, number):
    answer = create(admin, directory, **rows("telephones", {"number": number}))
    assert "number" in answer.context["form"].formsets["telephones"].errors[0]


def test_a_doubtful_number_is_kept_with_a_warning(admin, directory):
    answer = create(admin, directory, **rows("telephones", {"number": "05 00 00 00 01", "is_public": "on"}))
    assert "05 00 00 00 01" in messages_of(answer)
    assert Telephone.objects.get().number == "+212500000001"


def test_a_sound_number_brings_no_warning(admin, directory):
    answer = create(admin, directory, **rows("telephones", {"number": "05 37 65 28 81", "is_public": "on"}))
    assert "05 37 65 28 81" not in messages_of(answer)


def test_hours_that_make_no_sense_are_told_with_their_day(admin, directory):
    answer = create(admin, directory, opening_1="midi")
    assert "midi" in str(answer.context["form"].errors["opening"])


@pytest.fixture
def news(home, publish):
    """A release that names a contact; `news(card)` makes it."""
    from news.models import NewsContact, NewsIndexPage, NewsPage

    def make(card: ContactPage, live: bool = True) -> Any:
        home.refresh_from_db()
        index = NewsIndexPage.objects.first() or home.add_child(instance=NewsIndexPage(**titled("Actualités")))
        page = index.add_child(instance=NewsPage(**titled("Un communiqué"), live=False))
        page.news_contacts = [NewsContact(contact=card)]
        page.save_revision()
        return publish(page) if live else page

    return make


def test_a_card_on_a_release_cannot_be_deleted_and_the_admin_says_where_it_stands(admin, card, news):
    page = card("Porte-parole", "A")
    release = news(page)
    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ContactPage.objects.filter(pk=page.pk).exists()
    assert reverse("wagtailadmin_pages:edit", args=[release.pk]) in messages_of(answer)


def test_a_card_named_only_in_a_draft_is_in_use_too(admin, card, news):
    page = card("Porte-parole", "A")
    release = news(card("Autre", "B"))
    release.news_contacts.all()[0].contact = page
    draft = release.get_latest_revision_as_object()
    row = draft.news_contacts.all()[0]
    row.contact = page
    draft.news_contacts = [row]
    draft.save_revision()
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ContactPage.objects.filter(pk=page.pk).exists()


def test_a_card_in_the_text_of_a_page_is_in_use(admin, card, home, publish):
    import json

    from home.models import StandardPage

    page = card("Porte-parole", "A")
    home.refresh_from_db()
    body = json.dumps([{"type": "contact", "value": {"contact": page.pk}}])
    about = StandardPage(**titled("À propos"), **in_all_languages("body", body), live=False)
    publish(home.add_child(instance=about))
    answer = admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ContactPage.objects.filter(pk=page.pk).exists()
    assert "propos" in messages_of(answer)


def test_the_directory_with_a_card_in_use_cannot_be_deleted_either(admin, card, news, directory):
    news(card("Porte-parole", "A"))
    admin.post(reverse("wagtailadmin_pages:delete", args=[directory.pk]))
    bulk = reverse("wagtail_bulk_action", args=["pages", "basepage", "delete"])
    admin.post(f"{bulk}?id={directory.pk}")
    assert ContactPage.objects.count() == 1


def test_a_card_that_stands_nowhere_can_be_deleted(admin, card):
    page = card("Porte-parole", "A")
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not ContactPage.objects.exists()


def test_before_a_card_is_unpublished_the_admin_says_where_it_stands(admin, card, news):
    page = card("Porte-parole", "A")
    release = news(page)
    text = admin.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk])).text
    assert reverse("wagtailadmin_pages:edit", args=[release.pk]) in text


def test_the_report_lists_the_cards_to_verify_the_oldest_first(admin, card):
    card("Jamais", "A")
    card("Ancienne", "B", verified_on=TODAY - dt.timedelta(days=400))
    card("Bientôt", "C", verified_on=TODAY - dt.timedelta(days=160))
    card("Sûre", "D", verified_on=TODAY)
    answer = admin.get(reverse("contacts_to_verify"))
    assert [page.title for page in answer.context["object_list"]] == ["Jamais", "Ancienne", "Bientôt"]
    assert admin.get(reverse("contacts_to_verify"), {"export": "csv"}).status_code == 200


def test_the_press_desk_is_edited_in_the_settings(admin, desk):
    address = reverse("wagtailsettings:edit", args=["contacts", "pressdesk", desk.pk])
    data = querydict_from_html(admin.get(address).text, form_index=0)
    assert data["telephone"] == "+212537652881"
    data["telephone"] = "+212 (0)5 37 65 28 82"
    data["opening_5"] = "9h-12h"
    assert admin.post(address, data).status_code == 302
    desk = PressDesk.load()
    assert desk.telephone == "+212537652882"
    assert desk.opening == "Mo-Fr 08:30-17:30; Sa 09:00-12:00"
