"""The admin's home: what an officer finds to do there."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contacts.dashboard import VerifyPanel
from home.models import StandardPage
from languages import registry
from people.dashboard import ApprovalPanel, DraftsPanel, SchedulePanel
from people.roles import Role
from tests.factories import make_contact, make_home, make_news, make_page


def shown(panel: Any, user: Any) -> list[str]:
    """The titles on a panel, as a person sees it."""
    request = type("Request", (), {"user": user})()
    context = panel.get_context_data({"request": request})
    return [page.title for page in context.get("pages", context.get("cards"))]


def a_page(title: str, **fields: Any) -> StandardPage:
    """A page with that title in every language."""
    return make_page(StandardPage, make_home(), title_fr=title, title_en=title, **fields)


def test_drafts_are_shown_and_published_pages_are_not(person):
    user = person(Role.OFFICER)
    a_page("Publiée")
    a_page("Brouillon", live=False).save_revision()
    assert shown(DraftsPanel(), user) == ["Brouillon"]


def test_what_awaits_approval_is_shown_to_publishers_and_is_no_draft_any_more(person):
    officer, publisher = person(Role.OFFICER), person(Role.PUBLISHER)
    page = a_page("À relire", live=False)
    page.save_revision()
    page.get_workflow().start(page, officer)
    assert shown(ApprovalPanel(), publisher) == ["À relire"]
    assert shown(DraftsPanel(), publisher) == []


def test_scheduled_pages_are_shown_with_the_next_first(person):
    user, now = person(Role.PUBLISHER), timezone.now()
    a_page("Finit", expire_at=now + dt.timedelta(days=2))
    later = a_page("Commence", live=False, go_live_at=now + dt.timedelta(days=1))
    later.save_revision(approved_go_live_at=later.go_live_at)
    a_page("Sans date")
    assert shown(SchedulePanel(), user) == ["Commence", "Finit"]


def test_cards_to_verify_are_shown_to_their_keeper_who_sees_nothing_else(person):
    keeper = person(Role.CONTACT_KEEPER)
    make_contact(title_fr="Porte-parole", title_en="Porte-parole", verified_on=None)
    a_page("Brouillon", live=False).save_revision()
    assert shown(VerifyPanel(), keeper) == ["Porte-parole"]
    assert shown(DraftsPanel(), keeper) == []


@pytest.mark.parametrize("role", list(Role))
def test_the_home_of_the_admin_costs_the_same_for_few_and_many_pages(person, role):
    client = Client()
    client.force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
    home = reverse("wagtailadmin_home")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(home).status_code == 200
        return len(queries)

    for number in range(7):
        a_page(f"Brouillon {number}", live=False).save_revision()
    cost()
    few = cost()
    for number in range(7):
        a_page(f"Autre {number}", live=False).save_revision()
    assert cost() <= few


def test_what_is_approved_for_an_hour_is_no_draft_any_more(person):
    user = person(Role.PUBLISHER)
    page = a_page("Commence", live=False, go_live_at=timezone.now() + dt.timedelta(days=1))
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert shown(DraftsPanel(), user) == []


@pytest.mark.django_db
def test_a_page_that_waits_is_withdrawn_only_if_it_was_public():
    def told(**fields):
        page = make_news(live=False)
        for name, value in fields.items():
            setattr(page, name, value)
        html = render_to_string("people/dashboard_list.html", {"pages": [page], "name": "x", "heading": "X"})
        return "withdrawn" in html, "never published" in html

    with registry.active("en"):
        assert told(first_published_at=None) == (False, True)
        assert told(first_published_at=timezone.now()) == (True, False)
