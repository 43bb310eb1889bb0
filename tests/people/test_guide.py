"""The guide for officers within the admin, and the admin's own name."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from people.guide import DOCS, blocks, guide_file, sections
from people.roles import Role


def browser_of(user) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_guide_is_read_in_the_persons_language_with_its_pictures(person, code):
    client = browser_of(person(Role.OFFICER, language=code))
    html = client.get(reverse("officers_guide")).content.decode()
    headings = sections(guide_file(code).read_text(encoding="utf-8"))
    assert headings and all(f'id="{anchor}"' in html for anchor, _heading in headings)
    pictures = re.findall(r'<img src="([^"]+/guide/pictures/[^"]+)"', html)
    assert pictures and all(client.get(path)["Content-Type"] == "image/png" for path in pictures)


def test_a_language_without_a_guide_gets_the_default_one():
    assert guide_file("xx") == DOCS / "editing.fr.md"


def test_nothing_but_emphasis_in_a_guide_becomes_markup():
    text = "# T\n\n1. a **b**\n   c\n2. `<i>`\n\n![d](pictures/x.png)\n\n3. e\n\n<script>alert(1)</script>"
    html = "".join(blocks(text))
    assert '<ol start="1"><li>a <strong>b</strong> c</li><li><code>&lt;i&gt;</code></li></ol>' in html
    assert '<ol start="3"><li>e</li></ol>' in html
    assert "<script>" not in html and "<h1" not in html


@pytest.mark.parametrize("name", ["nothing.png", "editing.fr.md", "..png"])
def test_only_pictures_of_the_guide_are_served(person, name):
    address = reverse("officers_guide").rstrip("/") + f"/pictures/{name}"
    assert browser_of(person(Role.OFFICER)).get(address).status_code == 404


def test_strangers_do_not_read_the_guide(client, db):
    assert client.get(reverse("officers_guide")).status_code == 302


def test_the_help_menu_is_about_this_site_only(person):
    html = browser_of(person(Role.OFFICER)).get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("officers_guide") in html
    assert "guide.wagtail.org" not in html and "whats-new" not in html
    assert "<title>" in html and "Wagtail</title>" not in html


def test_the_sign_in_page_names_the_organisation_in_french(client, db):
    from pages.models import OrganisationSettings

    OrganisationSettings.objects.update_or_create(pk=1, defaults={"name_fr": "Mission d’essai", "name_en": "Trial"})
    html = client.get(reverse("wagtailadmin_login"), headers={"accept-language": "fr"}).content.decode()
    assert "Mission d’essai" in html and "Mot de passe" in html and "Wagtail</" not in html
