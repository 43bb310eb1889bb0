"""Signing in: in French from the first time, locked after five failures, ended when idle or when a role changes."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from people import sessions
from people.roles import Role
from tests.people.conftest import PASSWORD


def sign_in(client: Client, name: str, password: str = PASSWORD, **headers: str):
    """Post the login form as a browser would."""
    return client.post(reverse("wagtailadmin_login"), {"username": name, "password": password}, headers=headers)


def actions() -> list[str]:
    """The audit log, oldest first."""
    return list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True))


def test_the_admin_is_french_from_the_first_sign_in(person, client, settings):
    settings.ADMIN_LANGUAGE = "fr"
    person(Role.OFFICER)
    assert "Mot de passe" in client.get(reverse("wagtailadmin_login"), headers={"accept-language": "en"}).text
    assert sign_in(client, "officer").status_code == 302
    page = client.get(reverse("wagtailadmin_home"), headers={"accept-language": "en"}).text
    assert '<html lang="fr"' in page


def test_who_chose_english_gets_english(person, client):
    person(Role.OFFICER, language="en")
    sign_in(client, "officer")
    assert '<html lang="en"' in client.get(reverse("wagtailadmin_home"), headers={"accept-language": "fr"}).text


def test_five_failures_lock_for_a_while_and_say_so(person, client):
    person(Role.OFFICER)
    for _attempt in range(4):
        assert sign_in(client, "officer", "wrong").status_code == 200
    assert sign_in(client, "officer", "wrong").status_code == 429
    locked = sign_in(client, "officer")
    assert locked.status_code == 429
    assert locked.headers["Retry-After"] == "900"
    assert "15 minutes" in locked.text
    assert "people.locked_out" in actions()


def test_a_lock_ends_by_itself(person, client):
    from axes.models import AccessAttempt

    person(Role.OFFICER)
    for _attempt in range(5):
        sign_in(client, "officer", "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - dt.timedelta(minutes=16))
    assert sign_in(client, "officer").status_code == 302


def test_a_lock_holds_for_one_account_at_one_address(person, client):
    person(Role.OFFICER)
    person(Role.PUBLISHER)
    for _attempt in range(5):
        sign_in(client, "officer", "wrong")
    assert sign_in(client, "publisher").status_code == 302
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert sign_in(elsewhere, "officer").status_code == 302


def test_failures_before_a_good_sign_in_are_forgotten(person, client):
    person(Role.OFFICER)
    for _round in range(2):
        for _attempt in range(4):
            sign_in(client, "officer", "wrong")
        assert sign_in(client, "officer").status_code == 302
        client.logout()


@pytest.mark.parametrize(("language", "word"), [("fr", "mot de passe"), ("en", "password")])
def test_a_new_password_is_asked_for_by_mail_in_the_persons_language(person, client, language, word):
    user = person(Role.OFFICER, language=language)
    client.post(reverse("wagtailadmin_password_reset"), {"email": user.email}, headers={"accept-language": "de"})
    (message,) = mail.outbox
    assert message.to == [user.email]
    assert word in message.body.lower()
    address = re.search(r"https?://\S+?(/admin/\S+)", message.body)[1]
    form = client.get(address, follow=True)
    new = "another-long-password-8"
    client.post(form.request["PATH_INFO"], {"new_password1": new, "new_password2": new})
    assert sign_in(Client(), "officer", new).status_code == 302


def test_asking_for_the_password_of_nobody_sends_nothing_and_says_the_same(client, person):
    user = person(Role.OFFICER)
    known = client.post(reverse("wagtailadmin_password_reset"), {"email": user.email})
    unknown = client.post(reverse("wagtailadmin_password_reset"), {"email": "nobody@example.org"})
    assert len(mail.outbox) == 1
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_fifteen_idle_minutes_end_a_session(person, client, monkeypatch):
    person(Role.OFFICER)
    sign_in(client, "officer")
    home = reverse("wagtailadmin_home")
    assert client.get(home).status_code == 200
    now = sessions.time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: now + 14 * 60)
    assert client.get(home).status_code == 200
    monkeypatch.setattr(sessions.time, "time", lambda: now + 30 * 60)
    assert client.get(home).status_code == 302
    assert "people.idle" in actions()


def test_an_open_editor_with_nobody_at_it_does_not_keep_a_session_alive(person, client, home, monkeypatch):
    person(Role.OFFICER)
    sign_in(client, "officer")
    client.get(reverse("wagtailadmin_home"))
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["pages", "basepage", home.pk, 1])
    now = sessions.time.time()
    monkeypatch.setattr(sessions.time, "time", lambda: now + 10 * 60)
    client.post(ping)
    monkeypatch.setattr(sessions.time, "time", lambda: now + 16 * 60)
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_readers_get_no_session(client, home):
    assert not client.get(home.url_in("fr")).cookies


@pytest.mark.parametrize("change", ["group_added", "group_removed", "group_cleared", "closed", "raised"])
def test_a_change_of_role_ends_all_sessions(person, change):
    from django.contrib.auth.models import Group

    user = person(Role.OFFICER)
    browsers = [Client(), Client()]
    for browser in browsers:
        sign_in(browser, "officer")
    other = Client()
    person(Role.PUBLISHER)
    sign_in(other, "publisher")
    if change == "group_added":
        user.groups.add(Group.objects.get(name=Role.PUBLISHER.value))
    elif change == "group_removed":
        Group.objects.get(name=Role.OFFICER.value).user_set.remove(user)
    elif change == "group_cleared":
        Group.objects.get(name=Role.OFFICER.value).user_set.clear()
    else:
        setattr(user, "is_active" if change == "closed" else "is_superuser", change == "raised")
        user.save()
    assert [browser.get(reverse("wagtailadmin_home")).status_code for browser in browsers] == [302, 302]
    assert other.get(reverse("wagtailadmin_home")).status_code == 200
    assert "people.role_changed" in actions()


def test_saving_an_account_without_changing_its_role_leaves_its_sessions(person, client):
    user = person(Role.OFFICER)
    sign_in(client, "officer")
    user.first_name = "Salma"
    user.save()
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_signing_in_is_in_the_audit_log_and_passwords_are_not(person, client):
    person(Role.OFFICER)
    sign_in(client, "officer")
    assert "people.signed_in" in actions()
    assert PASSWORD not in str(list(ModelLogEntry.objects.values_list("data", flat=True)))
