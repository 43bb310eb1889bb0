"""From a draft to the reader: submitted, returned with a comment, approved; each step told by mail."""

import smtplib
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from home.models import StandardPage
from languages import registry
from people.mail import Outbox, deliver
from people.models import OutgoingMail
from people.roles import Role
from tests.people.conftest import PASSWORD


def browser_of(user: Any) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.post(reverse("wagtailadmin_login"), {"username": user.username, "password": PASSWORD})
    return client


@pytest.fixture
def draft(home) -> StandardPage:
    """A page that nobody has published."""
    texts = {registry.field(name, code): "Un titre" for name in ("title", "lead") for code in registry.codes()}
    page = home.add_child(instance=StandardPage(**texts, slug="un-titre", live=False))
    page.save_revision()
    return page


def form_of(client: Client, page: StandardPage) -> Any:
    """The post data of a page's editor, its bodies left empty (the browser's script would add them)."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).text, form_id="page-edit-form")
    for code in registry.codes():
        data[f"{registry.field('body', code)}-count"] = "0"
    return data


def submit(client: Client, page: StandardPage):
    """Press the button that submits a page in all languages."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form_of(client, page)
    data["action-submit"] = " ".join(registry.codes())
    return client.post(address, data)


def decide(client: Client, page: StandardPage, action: str, comment: str = ""):
    """Approve or reject what awaits approval."""
    page.refresh_from_db()
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, {"comment": comment})


def test_submitting_tells_the_publishers_in_their_own_languages(person, draft):
    officer = person(Role.OFFICER, language="en")
    person(Role.PUBLISHER, "claire", language="fr")
    person(Role.PUBLISHER, "john", language="en")
    person(Role.CONTACT_KEEPER)
    submit(browser_of(officer), draft)
    told = {message.to[0]: message for message in mail.outbox}
    assert set(told) == {"claire@example.org", "john@example.org"}
    assert "La page" in told["claire@example.org"].body
    assert "The page" in told["john@example.org"].body


def test_the_mail_says_which_languages_and_who_and_its_subject_is_short(person, draft):
    draft.title = "Un titre très long " * 9
    draft.save_revision()
    officer = person(Role.OFFICER)
    officer.first_name, officer.last_name = "Salma", "D’Alaoui"
    officer.save()
    person(Role.PUBLISHER, "john", language="en")
    submit(browser_of(officer), draft)
    (message,) = mail.outbox
    assert all(registry.language(code).name in message.body for code in registry.codes())
    assert "Salma D’Alaoui" in message.body
    assert "Un titre" in message.subject
    assert len(message.subject) < 80


def test_who_chose_no_language_gets_mail_in_the_admins_not_in_the_senders(person, draft, settings):
    officer = person(Role.OFFICER, language="en")
    person(Role.PUBLISHER, "claire")
    submit(browser_of(officer), draft)
    (message,) = mail.outbox
    words = {"fr": "La page", "en": "The page"}[settings.ADMIN_LANGUAGE]
    assert words in message.body


def test_approval_publishes_and_tells_the_officer(person, draft):
    officer, publisher = person(Role.OFFICER, language="fr"), person(Role.PUBLISHER, language="en")
    submit(browser_of(officer), draft)
    mail.outbox.clear()
    decide(browser_of(publisher), draft, "approve")
    draft.refresh_from_db()
    assert draft.live
    assert set(draft.public_languages) == set(registry.codes())
    (message,) = [message for message in mail.outbox if message.to == [officer.email]]
    assert "La page" in message.body
    assert draft.full_url in message.body


def test_return_with_a_comment_tells_the_officer_what_to_do(person, draft):
    officer, publisher = person(Role.OFFICER, language="fr"), person(Role.PUBLISHER, language="en")
    submit(browser_of(officer), draft)
    mail.outbox.clear()
    decide(browser_of(publisher), draft, "reject", "Il manque la source du chiffre.")
    draft.refresh_from_db()
    assert not draft.live
    (message,) = [message for message in mail.outbox if message.to == [officer.email]]
    assert "Il manque la source du chiffre." in message.body
    assert "La page" in message.body


def test_an_officer_can_neither_approve_nor_publish(person, draft):
    client = browser_of(person(Role.OFFICER))
    submit(client, draft)
    decide(client, draft, "approve")
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    data = form_of(client, draft)
    data["action-publish"] = " ".join(registry.codes())
    client.post(address, data)
    draft.refresh_from_db()
    assert not draft.live


def test_mail_is_taken_by_a_real_server_and_kept_until_then(mailbox, db, settings):
    settings.EMAIL_BACKEND = "people.mail.Outbox"
    mailbox.refusing = True
    EmailMessage("Été : « objet »", "Bonjour Ömer,\n.\nà bientôt", "presse@example.org", ["a@example.org"]).send()
    assert deliver() == 0
    row = OutgoingMail.objects.get()
    assert row.attempts == 1
    assert "451" in row.last_error
    assert row.due_at > timezone.now()
    mailbox.refusing = False
    assert deliver() == 0
    OutgoingMail.objects.update(due_at=timezone.now())
    assert deliver() == 1
    assert not OutgoingMail.objects.exists()
    (message,) = mailbox.messages
    assert message["subject"] == "Été : « objet »"
    assert message.get_content().splitlines()[1] == "."


def test_submitting_works_while_the_mail_server_is_away(person, draft, settings):
    settings.EMAIL_BACKEND = "people.mail.Outbox"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    person(Role.PUBLISHER)
    assert submit(browser_of(person(Role.OFFICER)), draft).status_code == 302
    assert deliver() == 0
    assert OutgoingMail.objects.get().attempts == 1


def test_a_message_that_cannot_be_sent_is_given_up_after_two_days(db, settings, monkeypatch):
    monkeypatch.setattr(smtplib.SMTP, "connect", lambda *args, **kwargs: (_ for _ in ()).throw(OSError("away")))
    Outbox().send_messages([EmailMessage("s", "b", "a@example.org", ["b@example.org"])])
    OutgoingMail.objects.update(attempts=54)
    assert deliver() == 0
    assert OutgoingMail.objects.get().attempts == 54
