"""What machines are told, read over HTTP by independent parsers: every page of the sitemap agrees with itself."""

import io
import json
import urllib.request
import urllib.robotparser
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import extruct
import feedparser
import pytest
import vobject
from PIL import Image

from languages import registry
from tests.reading.places import EVERY_LANGUAGE

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
# Properties that schema.org's consumers ask for, by type (Google's structured data guides).
NEEDED = {
    "NewsArticle": {"headline", "datePublished", "inLanguage", "publisher"},
    "BreadcrumbList": {"itemListElement"},
    "Organization": {"name", "url"},
    "ContactPoint": {"telephone", "contactType"},
}


class Head(HTMLParser):
    """The links and the language that a page states in its head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.canonical, self.language, self.alternates, self.feeds, self.vcards = "", "", {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "html":
            self.language = said["lang"]
        elif tag == "link" and said.get("rel") == "canonical":
            self.canonical = said["href"]
        elif tag == "link" and said.get("hreflang"):
            self.alternates[said["hreflang"]] = said["href"]
        elif tag == "link" and said.get("rel") == "alternate":
            self.feeds.append(said["href"])
        elif tag == "a" and said.get("href", "").endswith(".vcf"):
            self.vcards.append(said["href"])


def get(address: str) -> bytes:
    """Return what an address answers; an error of HTTP is raised."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


@pytest.fixture(scope="module")
def listed(demo_site) -> dict[str, dict[str, str]]:
    """Alternates by address of every page in the sitemap, followed from robots.txt."""
    robots = urllib.robotparser.RobotFileParser(f"{demo_site.url}/robots.txt")
    robots.read()
    assert not robots.can_fetch("*", f"{demo_site.url}/admin/")
    assert robots.can_fetch("*", f"{demo_site.url}/fr/")
    found = {}
    for index in robots.site_maps() or []:
        for part in ET.fromstring(get(index)).iter(f"{MAP}sitemap"):
            for entry in ET.fromstring(get(part.find(f"{MAP}loc").text)).iter(f"{MAP}url"):
                datetime.fromisoformat(entry.find(f"{MAP}lastmod").text)
                links = {link.get("hreflang"): link.get("href") for link in entry.iter(LINK)}
                found[entry.find(f"{MAP}loc").text] = links
    return found


@pytest.fixture(scope="module")
def pages(listed) -> dict[str, str]:
    """The HTML of every page in the sitemap by its address."""
    return {address: get(address).decode() for address in listed}


def test_every_page_of_the_sitemap_is_its_own_canonical_and_its_languages_name_each_other(listed, pages):
    assert len(pages) > 20
    for address, html in pages.items():
        head = Head(html)
        assert head.canonical == address
        assert f"/{head.language}/" in address
        own = {code: link for code, link in listed[address].items() if code != "x-default"}
        assert {code: link for code, link in head.alternates.items() if code != "x-default"} in (own, {})
        for link in own.values():
            assert address in listed[link].values(), f"{link} does not lead back to {address}"


def test_structured_data_of_every_page_has_what_its_type_needs_and_whole_addresses(pages):
    seen = set()
    for address, html in pages.items():
        for block in extruct.extract(html, base_url=address, syntaxes=["json-ld"])["json-ld"]:
            for item in block["@graph"]:
                seen.add(item["@type"])
                missing = NEEDED.get(item["@type"], set()) - set(item)
                assert not missing, (address, item["@type"], missing)
                assert str(item.get("url", "http")).startswith("http")
    assert seen >= {"NewsArticle", "BreadcrumbList", "Organization"}


def test_every_page_shares_a_drawn_picture_of_the_size_it_states(pages):
    for address, html in pages.items():
        said = dict(extruct.extract(html, base_url=address, syntaxes=["opengraph"])["opengraph"][0]["properties"])
        with Image.open(io.BytesIO(get(said["og:image"]))) as picture:
            assert picture.size == (int(said["og:image:width"]), int(said["og:image:height"]))
        assert said["og:url"] == address


@EVERY_LANGUAGE
def test_every_feed_named_on_the_front_page_is_well_formed_and_leads_to_public_pages(demo_site, pages, code):
    feeds = Head(pages[f"{demo_site.url}/{code}/"]).feeds
    assert len(feeds) >= 2
    for path in feeds:
        feed = feedparser.parse(get(demo_site.url + path))
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.feed.language == code or feed.feed.get("title_detail", {}).get("language", code) == code
        assert feed.entries
        for entry in feed.entries:
            assert entry.link in pages
            assert entry.id and entry.title and entry.get("published_parsed", entry.get("updated_parsed"))


def test_every_card_gives_a_contact_file_that_a_telephone_reads(demo_site, pages):
    files = {link for html in pages.values() for link in Head(html).vcards}
    assert files
    for path in files:
        card = vobject.readOne(get(demo_site.url + path).decode())
        assert card.fn.value
        assert card.version.value in {"3.0", "4.0"}


def test_security_txt_names_a_contact_and_ends_within_a_year(demo_site):
    lines = get(f"{demo_site.url}/.well-known/security.txt").decode().splitlines()
    fields = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    found = dict(fields)
    assert found["Contact"].startswith(("mailto:", "https:"))
    # RFC 9116, section 2.5.5: once, in the future, less than a year ahead.
    assert [name for name, _value in fields].count("Expires") == 1
    ends = datetime.fromisoformat(found["Expires"].replace("Z", "+00:00"))
    assert datetime.now(UTC) < ends <= datetime.now(UTC) + timedelta(days=366)
    assert set(found.get("Preferred-Languages", "").replace(" ", "").split(",")) <= {*registry.codes(), ""}


def test_the_health_page_is_json(demo_site):
    assert "ok" in json.loads(get(f"{demo_site.url}/health/"))
