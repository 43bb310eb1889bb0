"""What the site says to machines, read by independent parsers."""

import json
import xml.etree.ElementTree as ET

import extruct
import pytest
from django.test import override_settings

from tests.factories import make_contact, make_home, make_news

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
BASE = "https://example.org"


def structured(client, page):
    html = client.get(page.url_in("fr")).content.decode()
    found = extruct.extract(html, base_url=BASE, syntaxes=["json-ld", "opengraph"])
    graph = {item["@type"]: item for block in found["json-ld"] for item in block["@graph"]}
    return graph, dict(found["opengraph"][0]["properties"])


def test_a_release_is_a_news_article(client):
    page = make_news(title="Un </script><b> titre", lead_fr="Le chapeau")
    graph, share = structured(client, page)
    assert graph["NewsArticle"]["headline"] == page.title
    assert graph["NewsArticle"]["inLanguage"] == "fr"
    assert graph["BreadcrumbList"]["itemListElement"][-1]["name"] == page.title
    assert share["og:title"] == page.title
    assert share["og:image"].startswith("http")


def test_the_front_page_names_the_organisation_and_its_press_desk(client):
    graph, _share = structured(client, make_home())
    assert graph["Organization"]["contactPoint"]["contactType"] == "press"


def test_a_card_is_a_contact_point_without_its_private_number(client):
    from contacts.models import Telephone

    card = make_contact(holder="Salma Essai")
    Telephone.objects.create(page=card, number="+212537652881", is_public=False)
    Telephone.objects.create(page=card, number="+212537652882", is_public=True)
    graph, _share = structured(client, card)
    assert graph["ContactPoint"]["telephone"] == "+212537652882"
    assert "212537652881" not in client.get(card.url_in("fr")).content.decode()


@override_settings(WAGTAILADMIN_BASE_URL=BASE)
def test_the_sitemap_lists_each_language_with_its_alternates(client):
    make_news(title="both")
    only = make_news(["en"], title="english")
    draft = make_news(title="secret", live=False)
    index = ET.fromstring(client.get("/sitemap.xml").content)
    assert len(index.findall(f"{SITEMAP}sitemap")) == 1
    entries = ET.fromstring(client.get("/sitemap-pages.xml").content).findall(f"{SITEMAP}url")
    found = {entry.find(f"{SITEMAP}loc").text: entry for entry in entries}
    assert BASE + only.url_in("en") in found
    assert BASE + only.url_in("fr") not in found
    assert not any(draft.slug in address for address in found)
    home = found[f"{BASE}/fr/"]
    codes = {link.get("hreflang") for link in home.findall(f"{XHTML}link")}
    assert codes == {"fr", "en", "x-default"}


def test_robots_keep_out_of_the_admin_and_find_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "sitemap.xml" in text


def test_security_txt_has_what_the_standard_requires(client):
    fields = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert {"Contact", "Expires"} <= set(fields)


def test_the_health_page_tells_strangers_only_whether_all_is_well(client):
    body = json.loads(client.get("/health/").content)
    assert set(body) == {"ok"}


def test_the_health_page_tells_staff_what_is_wrong(client, admin_client):
    parts = json.loads(admin_client.get("/health/").content)["parts"]
    assert parts["database"]["ok"]
    assert not parts["worker"]["ok"], "no worker has run in the tests"
    assert "search" in parts
