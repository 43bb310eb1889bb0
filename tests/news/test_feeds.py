"""Feeds, read by an independent reader."""

from datetime import date

import feedparser
import pytest
from django.urls import reverse
from django.utils import translation

from pages.models import OrganisationSettings
from tests.factories import make_axis, make_news, make_programme

pytestmark = pytest.mark.django_db


def read(client, name="news_feed", language="fr", **values):
    with translation.override(language):
        url = reverse(name, kwargs={"format_name": "atom", **values})
    response = client.get(url)
    assert response.status_code == 200
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo
    return parsed


@pytest.mark.parametrize("format_name", ["atom", "rss"])
def test_a_feed_is_well_formed_and_names_its_items(client, format_name):
    make_news(title="A & <b>", lead_fr="L’essentiel & plus")
    parsed = read(client, format_name=format_name)
    assert [entry.title for entry in parsed.entries] == ["A & <b> fr"]
    assert parsed.entries[0].summary == "L’essentiel & plus"
    assert parsed.entries[0].link.startswith("http")


def test_a_draft_is_not_in_the_feed(client):
    make_news(title="secret", live=False)
    assert read(client).entries == []


def test_each_language_has_its_own_feed(client):
    make_news(title="both")
    make_news(["en"], title="english")
    assert {entry.title for entry in read(client).entries} == {"both fr"}
    assert {entry.title for entry in read(client, language="en").entries} == {"both en", "english en"}


def test_a_programme_an_axis_and_a_kind_have_feeds_of_their_own(client):
    programme, axis = make_programme(), make_axis()
    make_news(title="mine", programmes=[programme], axes=[axis], kind="story")
    make_news(title="other")
    for name, slug in (
        ("news_feed_programme", programme.slug),
        ("news_feed_axis", axis.slug),
        ("news_feed_kind", "story"),
    ):
        assert [entry.title for entry in read(client, name, slug=slug).entries] == ["mine fr"]


def test_a_feed_of_a_programme_that_is_not_public_does_not_exist(client):
    hidden = make_programme(live=False)
    url = reverse("news_feed_programme", kwargs={"slug": hidden.slug, "format_name": "atom"})
    assert client.get(url).status_code == 404


def test_an_item_is_dated_when_it_happened(client):
    make_news(title="one", date=date(2016, 5, 16))
    assert read(client).entries[0].published.startswith("2016-05-16")


def test_every_feed_names_the_organisation_as_its_author(client):
    programme, axis = make_programme(), make_axis()
    make_news(programmes=[programme], axes=[axis], kind="story")
    settings = OrganisationSettings.load()
    settings.name_fr, settings.name_en = "La mission & Cie", "The mission & Co"
    settings.save()
    for language, name in (("fr", "La mission & Cie"), ("en", "The mission & Co")):
        slugs = (("programme", programme), ("axis", axis))
        with translation.override(language):
            topics = [(topic, subject.slug) for topic, subject in slugs]
        feeds = [("news_feed", {}), *((f"news_feed_{topic}", {"slug": slug}) for topic, slug in topics)]
        for address, values in (*feeds, ("news_feed_kind", {"slug": "story"})):
            parsed = read(client, address, language=language, **values)
            assert parsed.feed.author == name, address
            assert parsed.entries, address


def test_a_feed_has_an_author_where_nobody_named_the_organisation(client):
    OrganisationSettings.objects.update(name_fr="", name_en="")
    assert read(client).feed.get("author")
