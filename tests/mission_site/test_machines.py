"""What the site says to machines, read by independent parsers."""

import json
import xml.etree.ElementTree as ET
from datetime import date

import extruct
import pytest
from django.test import override_settings

from mission_site.open_graph import locale_name
from mission_site.sharing import share_picture_url
from tests.factories import make_contact, make_home, make_news, make_picture

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


def moments(client, page):
    graph, share = structured(client, page)
    names = ("article:published_time", "article:modified_time")
    said = graph["NewsArticle"]
    assert [share.get(name) for name in names] == [said.get("datePublished"), said.get("dateModified")]
    return said["datePublished"], said["dateModified"]


@pytest.mark.parametrize(("precision", "said"), [("day", "2022-02-14"), ("month", "2022-02"), ("year", "2022")])
def test_an_article_is_as_old_as_its_dateline_and_changed_when_it_was(client, precision, said):
    page = make_news(date_precision=precision)
    assert moments(client, page) == (said, page.last_published_at.isoformat())


@pytest.mark.parametrize(
    "fields", [{"date": None, "date_precision": "unknown"}, {"date": date(2199, 1, 1), "kind": "event"}]
)
def test_what_has_no_date_or_one_to_come_is_as_old_as_its_publication(client, fields):
    page = make_news(**fields)
    assert moments(client, page)[0] == page.first_published_at.isoformat()


def test_a_shared_link_says_type_languages_and_what_its_picture_shows(client):
    page = make_news(title="Titre")
    share = structured(client, page)[1]
    assert share["og:type"] == "article"
    assert (share["og:locale"], share["og:locale:alternate"]) == ("fr_FR", "en_US")
    assert share["og:image:alt"] == page.title
    plain = structured(client, make_home())[1]
    assert plain["og:type"] == "website" and "article:published_time" not in plain
    assert "og:locale:alternate" not in structured(client, make_news(["fr"]))[1]


@pytest.mark.parametrize(("code", "name"), [("fr", "fr_FR"), ("ar", "ar_EG"), ("pt-br", "pt_BR"), ("xx", "xx")])
def test_a_language_is_named_with_a_country_where_one_is_known(code, name):
    assert locale_name(code) == name


def test_the_picture_of_an_article_is_its_own_else_the_drawn_one(client):
    picture, listed = make_picture(900, 600), make_picture(900, 600)
    body = [{"type": "picture", "value": {"picture": picture.pk, "alt_text": "x"}}]
    stem = picture.file.name.rsplit("/")[-1].split(".")[0]
    shown = structured(client, make_news(body_fr=body, listing_picture=listed))[0]["NewsArticle"]["image"]
    assert shown.startswith("http") and stem in shown
    only_listed = structured(client, make_news(listing_picture=listed))[0]["NewsArticle"]["image"]
    assert listed.file.name.rsplit("/")[-1].split(".")[0] in only_listed
    hidden = make_picture(900, 600, shows_people=True)
    page = make_news(listing_picture=hidden)
    graph, share = structured(client, page)
    assert graph["NewsArticle"]["image"] == share["og:image"] == share_picture_url(page)


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
    both = make_news(title="both")
    only = make_news(["en"], title="english")
    draft = make_news(title="secret", live=False)
    index = ET.fromstring(client.get("/sitemap.xml").content)
    assert len(index.findall(f"{SITEMAP}sitemap")) == 1
    entries = ET.fromstring(client.get("/sitemap-pages.xml").content).findall(f"{SITEMAP}url")
    found = {entry.find(f"{SITEMAP}loc").text: entry for entry in entries}
    assert BASE + only.url_in("en") in found
    assert BASE + only.url_in("fr") not in found
    assert not any(draft.slug in address for address in found)
    found_home, found_news = (
        {link.get("hreflang"): link.get("href") for link in found[address].findall(f"{XHTML}link")}
        for address in (f"{BASE}/fr/", BASE + both.url_in("en"))
    )
    assert found_home == {"fr": f"{BASE}/fr/", "en": f"{BASE}/en/", "x-default": f"{BASE}/"}
    assert found_news["x-default"] == found_news["fr"] == BASE + both.url_in("fr")


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
