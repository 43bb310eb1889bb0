"""A directory with cards."""

from collections.abc import Callable
from typing import Any

import pytest

from contacts.models import ContactIndexPage, ContactPage, Holder, PressDesk, Telephone
from languages import registry

CODES = registry.codes()


def in_all_languages(name: str, value: str) -> dict[str, str]:
    """The same text in every language."""
    return {registry.field(name, code): value for code in CODES}


def titled(title: str) -> dict[str, str]:
    """What a page of another room needs to be published in every language."""
    return in_all_languages("title", title) | in_all_languages("lead", f"{title}.")


@pytest.fixture
def home(db) -> Any:
    """The front page."""
    from home.models import HomePage

    return HomePage.objects.get()


@pytest.fixture
def publish() -> Callable[..., Any]:
    """Publish a page in some languages, all unless told."""

    def publish(page: Any, *codes: str) -> Any:
        page.languages_to_publish = " ".join(codes or CODES)
        page.save_revision().publish()
        return type(page).objects.get(pk=page.pk)

    return publish


@pytest.fixture
def directory(home, publish) -> ContactIndexPage:
    """The published directory."""
    page = ContactIndexPage(**in_all_languages("title", "Contacts presse"), slug="contacts", live=False)
    return publish(home.add_child(instance=page))


@pytest.fixture
def desk(db) -> PressDesk:
    """The press desk, open on weekdays."""
    desk = PressDesk.load()
    desk.name, desk.telephone, desk.email = "Service de presse", "05 37 65 28 81", "presse@example.org"
    desk.opening, desk.languages_spoken = "Mo-Fr 08:30-17:30", "ar,fr"
    desk.save()
    return desk


@pytest.fixture
def card(directory, publish) -> Callable[..., ContactPage]:
    """Make a published card: card("Chargée AVRR", "Salma Alaoui", ("05 00 00 00 01", True))."""

    def make(role: str, holder: str = "", *numbers: tuple[str, bool], codes: tuple[str, ...] = (), **fields: Any):
        page = ContactPage(**in_all_languages("title", role), live=False, **fields)
        if holder:
            page.holders = [Holder(name=holder)]
        page.telephones = [Telephone(number=number, is_public=public) for number, public in numbers]
        directory.refresh_from_db()
        return publish(directory.add_child(instance=page), *codes)

    return make


@pytest.fixture(autouse=True)
def no_engine(monkeypatch) -> None:
    """Have the database answer; tests of the engine ask for it."""
    monkeypatch.setattr("contacts.finding._finders", [])
