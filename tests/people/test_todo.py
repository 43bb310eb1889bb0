"""The numbers at the head of the admin's home: what waits for whom."""

import datetime as dt

from django.utils import timezone

from home.models import StandardPage
from library.consent import Consent
from people.reminders import ConsentPanel
from people.roles import Role
from people.todo import KINDS, Overview, first_steps
from tests.factories import make_contact, make_home, make_page, make_picture


def counts(user) -> dict[str, int]:
    return {kind.__name__: kind(user).count for kind in KINDS}


def shown(panel, user) -> dict:
    return panel.get_context_data({"request": type("Request", (), {"user": user})()})


def test_nothing_waits_where_nothing_is_open(person):
    assert shown(Overview(), person(Role.CONTACT_KEEPER))["waiting"] == []


def test_every_kind_of_work_is_counted(person):
    user = person(Role.PUBLISHER)
    page = make_page(StandardPage, make_home(), title_fr="Brouillon", title_en="", live=False)
    page.save_revision()
    make_contact(title_fr="Porte-parole", title_en="Spokesperson", verified_on=None)
    make_picture(shows_people=True, consent=Consent.MISSING)
    found = counts(user)
    assert (found["drafts"], found["contacts"], found["pictures"], found["approvals"]) == (1, 1, 1, 0)
    assert {one.count for one in shown(Overview(), user)["waiting"]} and not found["schedules"]


def test_pictures_without_consent_are_shown_with_the_reason_and_others_are_not(person):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    make_picture(title="Libre", shows_people=False)
    make_picture(title="Accord", shows_people=True, consent=Consent.GIVEN)
    make_picture(title="Retiré", shows_people=True, consent=Consent.WITHDRAWN)
    make_picture(title="Terminé", shows_people=True, consent=Consent.GIVEN, consent_until=yesterday)
    pictures = shown(ConsentPanel(), person(Role.PUBLISHER))["pictures"]
    assert {picture.title for picture in pictures} == {"Retiré", "Terminé"}
    assert all(picture.objection for picture in pictures)


def test_first_steps_are_offered_to_those_who_may_take_them(person):
    from news.models import NewsIndexPage

    make_page(NewsIndexPage, make_home(), title_fr="Actualités", title_en="News")
    assert all(first_steps(person(Role.OFFICER)).values())
    assert first_steps(person(Role.CONTACT_KEEPER))["write_url"] == ""
