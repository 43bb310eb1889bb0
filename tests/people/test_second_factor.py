"""Whoever publishes needs a code besides the password."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from people.roles import Role
from tests.people.conftest import PASSWORD


@pytest.fixture(autouse=True)
def asked_for(settings) -> None:
    """As in production."""
    settings.SECOND_FACTOR = True


def browser_of(user) -> Client:
    """A browser in which the password was given."""
    client = Client()
    client.post(reverse("wagtailadmin_login"), {"username": user.username, "password": PASSWORD})
    return client


def code_of(device: TOTPDevice, ahead: int = 0) -> str:
    """The code that an app shows now, or some steps of half a minute later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = time.time() + ahead * device.step
    return f"{totp.token():06d}"


HOME, QUESTION = "/admin/", "/admin/second-factor/"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTACT_KEEPER])
def test_who_does_not_publish_the_site_is_not_asked(person, role):
    assert browser_of(person(role)).get(HOME).status_code == 200


@pytest.mark.parametrize(
    "path", ["/admin/", "/admin/pages/", "/admin/users/", "/admin/pages/3/edit/preview/", "/admin/no-such-page/"]
)
def test_a_publisher_sees_nothing_of_the_admin_before_the_code(person, path):
    answer = browser_of(person(Role.PUBLISHER)).get(path)
    assert answer.status_code in {302, 404}
    assert answer.status_code == 404 or answer.url.startswith(QUESTION)


def test_the_first_time_a_picture_is_shown_and_the_code_lets_in(person):
    publisher = person(Role.PUBLISHER)
    client = browser_of(publisher)
    page = client.get(QUESTION)
    assert "<svg" in page.text
    assert "no-store" in page.headers["Cache-Control"]
    device = TOTPDevice.objects.get(user=publisher)
    answer = client.post(f"{QUESTION}?next=/admin/pages/", {"code": code_of(device)})
    assert answer.url == "/admin/pages/"
    assert client.get(HOME).status_code == 200
    assert ModelLogEntry.objects.filter(action="people.second_factor").count() == 1


def test_afterwards_the_secret_is_never_shown_again_and_a_used_code_is_refused(person):
    publisher = person(Role.PUBLISHER)
    client = browser_of(publisher)
    client.get(QUESTION)
    device = TOTPDevice.objects.get(user=publisher)
    used = code_of(device)
    client.post(QUESTION, {"code": used})
    again = browser_of(publisher)
    assert "<svg" not in again.get(QUESTION).text
    assert again.post(QUESTION, {"code": used}).status_code == 200
    assert again.get(HOME).status_code == 302


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "1" * 300, "\x00", "٠١٢٣٤٥"])
def test_a_wrong_code_lets_nobody_in(person, code):
    client = browser_of(person(Role.PUBLISHER))
    client.get(QUESTION)
    assert client.post(QUESTION, {"code": code}).status_code == 200
    assert client.get(HOME).status_code == 302


def test_whoever_guesses_must_wait_even_with_the_right_code(person):
    publisher = person(Role.PUBLISHER)
    client = browser_of(publisher)
    client.get(QUESTION)
    for _attempt in range(3):
        client.post(QUESTION, {"code": "000000"})
    device = TOTPDevice.objects.get(user=publisher)
    assert client.post(QUESTION, {"code": code_of(device)}).status_code == 200
    assert client.get(HOME).status_code == 302


def test_the_question_leads_to_no_other_site(person):
    publisher = person(Role.PUBLISHER)
    client = browser_of(publisher)
    client.get(QUESTION)
    device = TOTPDevice.objects.get(user=publisher)
    assert client.post(f"{QUESTION}?next=https://example.com/", {"code": code_of(device)}).url == HOME


def test_a_lost_telephone_is_forgotten_by_a_command(person):
    publisher = person(Role.PUBLISHER)
    client = browser_of(publisher)
    client.get(QUESTION)
    client.post(QUESTION, {"code": code_of(TOTPDevice.objects.get(user=publisher))})
    call_command("forget_second_factor", "publisher", verbosity=0)
    assert not TOTPDevice.objects.exists()
    assert client.get(HOME).url.startswith("/admin/login/")
    with pytest.raises(CommandError):
        call_command("forget_second_factor", "nobody")
