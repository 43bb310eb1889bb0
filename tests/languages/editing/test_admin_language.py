"""The admin speaks the language of ADMIN_LANGUAGE until a person chooses another."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

pytestmark = pytest.mark.django_db
ENGLISH_BROWSER = {"accept-language": "en-GB,en;q=0.9"}


@pytest.fixture(autouse=True)
def french(settings):
    """The setting of a mission that works in French."""
    settings.ADMIN_LANGUAGE = "fr"


@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_password_reset"])
def test_login_and_password_reset_are_french_in_an_english_browser(client, name):
    html = client.get(reverse(name), headers=ENGLISH_BROWSER).content.decode()
    assert '<html lang="fr"' in html and "passe" in html


def test_the_admin_is_french_from_the_first_login(admin):
    html = admin.get(reverse("wagtailadmin_home"), headers=ENGLISH_BROWSER).content.decode()
    assert '<html lang="fr"' in html


def test_the_admin_follows_the_choice_of_a_person(admin, editor):
    UserProfile.objects.create(user=editor, preferred_language="en")
    assert '<html lang="en"' in admin.get(reverse("wagtailadmin_home")).content.decode()


def test_the_setting_may_be_english(client, settings):
    settings.ADMIN_LANGUAGE = "en"
    html = client.get(reverse("wagtailadmin_login"), headers={"accept-language": "fr"}).content.decode()
    assert '<html lang="en"' in html


def test_readers_are_not_concerned(client, settings):
    settings.ADMIN_LANGUAGE = "fr"
    assert client.get("/", headers=ENGLISH_BROWSER).url == "/en/"
