"""What readers see of a card, and what they never see."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from contacts import tenure
from contacts.blocks import fetch
from contacts.cards import cards_of
from contacts.desk import press_desk
from contacts.models import ContactPage, Holder, PressDesk, Telephone
from contacts.parts import attach
from pages import changes
from tests.contacts.conftest import in_all_languages, titled

TODAY = timezone.localdate()
DAY = dt.timedelta(days=1)


def test_the_present_holder_is_shown(card):
    page = card("Chargée AVRR", "", ("05 00 00 00 01", True))
    page.holders = [
        Holder(name="Avant", until=TODAY - DAY),
        Holder(name="Maintenant", since=TODAY, until=TODAY),
        Holder(name="Après", since=TODAY + DAY),
    ]
    page.save_revision().publish()
    page = ContactPage.objects.get()
    assert (page.card.name, page.card.role) == ("Maintenant", "Chargée AVRR")


def test_a_vacant_role_shows_the_press_desk(card, desk):
    shown = card("Chargée AVRR", "", ("05 00 00 00 01", True), email="avrr@example.org").card
    assert shown.is_vacant
    assert shown.name == "Chargée AVRR"
    assert [phone.display for phone in shown.phones] == ["05 37 65 28 81"]
    assert shown.email == "presse@example.org"


def test_a_private_number_and_address_are_on_no_card(card):
    shown = card(
        "Porte-parole", "A", ("0500000001", False), ("0500000002", True), email="a@example.org", shows_email=False
    ).card
    assert [phone.uri for phone in shown.phones] == ["tel:+212500000002"]
    assert shown.email == ""


def test_a_number_is_kept_in_e164_whatever_the_spelling(card):
    page = card("Porte-parole", "A", ("0500-000001", True))
    assert Telephone.objects.get(page=page).number == "+212500000001"


def test_an_impossible_number_is_refused(card):
    with pytest.raises(ValidationError):
        Telephone(page=card("Porte-parole"), number="12").full_clean()


def test_cards_in_memory_and_cards_from_the_database_agree(card, home, publish, desk):
    from programmes.models import ProgrammeIndexPage, ProgrammePage, Region

    index = publish(home.add_child(instance=ProgrammeIndexPage(**titled("Programmes"))))
    programme = publish(index.add_child(instance=ProgrammePage(**titled("Retour"), acronym="AVRR")))
    hidden = index.add_child(instance=ProgrammePage(**titled("Secret"), live=False))
    page = card("Porte-parole", "A", ("0500000001", True))
    page.programmes = [programme, hidden]
    page.regions = [Region.objects.create(**in_all_languages("name", "Oriental"), slug="oriental-test")]
    page.save_revision().publish()
    draft = ContactPage.objects.get().get_latest_revision_as_object()
    (stored,) = cards_of(ContactPage.objects.all())
    assert draft.card == stored
    assert stored.covers == ("AVRR", "Oriental")


def test_any_number_of_cards_costs_the_same(card, desk):
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            cards_of(ContactPage.objects.published().for_cards())
        return len(queries)

    card("Un", "A", ("0500000001", True))
    cost()
    one = cost()
    for number in range(5):
        card(f"Rôle {number}", "B", ("0500000002", True))
    assert cost() == one <= 4


def test_the_same_card_can_be_asked_for_in_every_language(card, publish):
    from languages import registry

    page = card("Porte-parole", "A", ("0500000001", True))
    page.telephones = [Telephone(number="0500000001", label_fr="bureau", label_en="office")]
    page = publish(page)
    with registry.active("fr"):
        assert page.card.phones[0].label == "bureau"
    with registry.active("en"):
        assert page.card.phones[0].label == "office"


def test_a_programme_knows_who_answers_for_it_now(card, home, publish):
    from programmes.models import ProgrammeIndexPage, ProgrammePage

    index = publish(home.add_child(instance=ProgrammeIndexPage(**titled("Programmes"))))
    programme = publish(index.add_child(instance=ProgrammePage(**titled("Retour"))))
    held, vacant, draft = card("Un", "A"), card("Deux"), card("Trois", "B")
    for page in (held, vacant, draft):
        page.programmes = [programme]
        page.save_revision().publish()
    draft.unpublish()
    assert [page.pk for page in programme.contacts.present()] == [held.pk]


def test_two_holders_at_the_same_time_keep_a_card_from_readers(card):
    page = card("Porte-parole", "A")
    page.holders = [Holder(name="Salma"), Holder(name="Youssef")]
    (fault,) = page.publication_faults()
    assert "Salma" in fault
    assert "Youssef" in fault


def test_the_press_desk_answers_in_its_hours(desk):
    monday = dt.datetime(2026, 6, 1, 9, tzinfo=timezone.get_default_timezone())
    opened, closed = press_desk(monday), press_desk(monday.replace(hour=18))
    assert (opened.is_open, opened.phone_display) == (True, "05 37 65 28 81")
    assert not closed.is_open
    assert closed.next_open


def test_outside_its_hours_the_duty_telephone_comes_first(desk):
    desk.duty_telephone = "06 00 00 00 09"
    desk.save()
    monday = dt.datetime(2026, 6, 1, 9, tzinfo=timezone.get_default_timezone())
    assert press_desk(monday).phone_display == "05 37 65 28 81"
    assert press_desk(monday.replace(hour=22)).phone_uri == "tel:+212600000009"


def test_what_the_press_desk_says_of_its_hours_reaches_a_reader(desk):
    desk.hours, desk.out_of_hours = "Plus courts pendant le ramadan", "Le soir, écrivez"
    desk.save()
    monday = dt.datetime(2026, 6, 1, 10, tzinfo=timezone.get_default_timezone())
    for moment, is_closed in ((monday, False), (monday.replace(hour=22), True)):
        shown = render_to_string("components/press_desk.html", {"desk": press_desk(moment)})
        assert "Plus courts pendant le ramadan" in shown
        assert ("Le soir, écrivez" in shown) == is_closed


def test_a_press_desk_needs_a_telephone(db):
    with pytest.raises(ValidationError, match=r"(?i)t[ée]l[ée]phone"):
        PressDesk(name="Service de presse").full_clean()


def test_a_site_without_a_press_desk_still_has_pages(db):
    with CaptureQueriesContext(connection) as queries:
        assert press_desk().phone_uri == ""
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE"))]


def test_search_is_told_nothing_private(card):
    page = card(
        "Porte-parole", "A", ("0500000001", False), ("0500000002", True), email="a@example.org", shows_email=False
    )
    told = str([page.search_entry("fr"), page.search_phones(), page.search_row("fr"), page.search_facets()])
    assert "500000002" in told
    assert "500000001" not in told
    assert "a@example.org" not in told


def test_parts_of_no_cards_cost_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        attach([])


def test_a_card_that_pages_share_names_the_new_holder_from_midnight(card, settings, monkeypatch):
    page = card("Porte-parole", "A", ("0500000001", True))
    Holder.objects.filter(page=page).update(until=dt.date(2030, 1, 1))
    Holder.objects.create(page=page, name="B", since=dt.date(2030, 1, 2), sort_order=1)
    names = []
    for day in (dt.date(2030, 1, 1), dt.date(2030, 1, 2)):
        monkeypatch.setattr(tenure, "today", lambda day=day: day)
        before = changes.answering_from((1,))
        names.append(fetch([page.pk])[page.pk].card_parts.holder)
        changes.done(before)
    assert names == ["A", "B"]
