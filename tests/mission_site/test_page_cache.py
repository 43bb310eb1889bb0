"""What is kept for readers: gone with every change, its hour, and for whoever is known to the site."""

import datetime as dt
import gzip
from unittest import mock

import pytest
from django.db import OperationalError, connection, transaction
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from contacts.models import Holder, PressDesk
from languages import registry
from mission_site import moments, page_cache, stored_pages
from pages import changes
from pages.models import BasePage, OrganisationSettings
from tests.factories import (
    make_axis,
    make_contact,
    make_home,
    make_news,
    make_picture,
    make_programme,
    make_standard_page,
    make_user,
)

pytestmark = pytest.mark.django_db

MAKERS = (make_home, make_news, make_programme, make_axis, make_contact, make_standard_page)


@pytest.fixture(autouse=True)
def cache(settings):
    """The cache as readers have it, empty; the connection watched as every new one is."""
    settings.PAGE_CACHE = True
    page_cache.clear()
    changes.watch_connection(connection)
    yield
    connection.execute_wrappers.remove(changes.watch)
    page_cache.clear()


def is_from_memory(client, address, **headers):
    """Whether an answer costs no query but the one that asks for changes."""
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers=headers)
    return len(captured) == 1


@pytest.mark.parametrize("make", MAKERS)
def test_a_page_asked_for_again_costs_one_query_and_is_the_same(client, make):
    page = make()
    for code in registry.codes():
        first = client.get(page.url_in(code))
        assert first.status_code == 200
        assert is_from_memory(client, page.url_in(code))
        assert client.get(page.url_in(code)).content == first.content


@pytest.mark.parametrize("make", MAKERS)
def test_whatever_changes_on_a_page_or_round_it_the_next_reader_sees_it(client, make):
    page = make()
    for code in registry.codes():
        address = page.url_in(code)
        client.get(address)
        type(page).objects.filter(pk=page.pk).update(**{registry.field("title", code): f"Anew {code}"})
        assert f"Anew {code}" in client.get(address).content.decode()
        assert is_from_memory(client, address)
        OrganisationSettings.objects.update_or_create(defaults={"name": f"Mission {code}"})
        assert f"Mission {code}" in client.get(address).content.decode()


def test_what_another_page_shows_of_a_card_changes_with_the_holder(client):
    card = make_contact(holder="Salma Avant")
    page = make_news(body=[("contact", {"contact": card})])
    assert "Salma Avant" in client.get(page.url).content.decode()
    Holder.objects.filter(page=card).update(name="Nadia Ensuite")
    html = client.get(page.url).content.decode()
    assert "Nadia Ensuite" in html and "Salma Avant" not in html


def test_what_is_taken_back_is_gone_for_the_next_reader_in_that_language_alone(client):
    page = make_news()
    for code in registry.codes():
        client.get(page.url_in(code))
    other = registry.others()[0]
    page.unpublish_language(other)
    assert client.get(page.url_in(other)).status_code != 200
    assert client.get(page.url_in(registry.default())).status_code == 200
    BasePage.objects.get(pk=page.pk).specific.unpublish()
    assert client.get(page.url_in(registry.default())).status_code == 410


def test_a_page_that_becomes_private_is_closed_to_the_next_reader(client):
    page = make_news()
    client.get(page.url)
    PageViewRestriction.objects.create(page=BasePage.objects.get(pk=page.pk), restriction_type="login")
    assert client.get(page.url).status_code == 302


def test_a_picture_that_readers_may_no_longer_see_is_off_the_next_answer(client):
    page = make_news(listing_picture=make_picture())
    home = make_home().url
    assert "<picture" in client.get(home).content.decode()
    type(page.listing_picture).objects.update(shows_people=True, consent="")
    assert "<picture" not in client.get(home).content.decode()


def test_a_draft_that_is_saved_throws_nothing_away(client):
    page = make_news()
    client.get(page.url)
    before = changes.state()
    page.title_fr = "Brouillon"
    page.save_revision()
    assert changes.state() == before


def test_a_change_that_fails_is_none():
    before = changes.state()
    with pytest.raises(RuntimeError), transaction.atomic():
        OrganisationSettings.objects.create(name="Never")
        raise RuntimeError
    assert changes.state() == before
    OrganisationSettings.objects.create(name="Really")
    assert changes.state() != before


def test_a_change_after_one_that_was_rolled_back_in_the_same_transaction_counts():
    before = changes.state()
    with transaction.atomic():
        try:
            with transaction.atomic():
                OrganisationSettings.objects.create(name="Never")
                raise RuntimeError
        except RuntimeError:
            OrganisationSettings.objects.create(name="Really")
    assert changes.state() != before


def test_light_and_full_answers_are_kept_apart(client):
    page = make_news(listing_picture=make_picture())
    home = make_home().url
    full = client.get(home).content
    assert client.get(home, headers={"save-data": "on"}).content != full
    assert client.get(home + "?light=1").content != full
    assert client.get(home).content == full
    assert page.url


def test_staff_are_never_answered_from_memory_and_leave_nothing_there(client):
    page = make_news()
    client.force_login(make_user())
    client.get(page.url)
    assert not page_cache.plain.kept
    client.logout()


def test_a_browser_that_has_the_page_is_told_so_until_it_changes(client):
    page = make_news()
    tag = client.get(page.url).headers["ETag"]
    again = client.get(page.url, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    type(page).objects.filter(pk=page.pk).update(**{registry.field("title"): "Autre"})
    assert client.get(page.url, headers={"if-none-match": tag}).status_code == 200


def test_an_answer_is_compressed_for_who_takes_it_and_says_what_it_varies_by(client):
    page = make_news()
    bare = client.get(page.url)
    packed = client.get(page.url, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(packed.content) == bare.content
    assert {name.strip() for name in packed.headers["Vary"].split(",")} == {"Save-Data", "Accept-Encoding"}
    assert "Content-Encoding" not in client.get(page.url, headers={"accept-encoding": "gzip;q=0"}).headers


def test_no_answer_and_no_shelf_has_a_cookie(client):
    page = make_news()
    client.get(page.url)
    assert all("Set-Cookie" not in stored.headers for stored in page_cache.plain.kept.values())
    assert not client.get(page.url).cookies


@pytest.mark.parametrize("query", ["x=1", "page=0", "light=2", "year=2021&year", "kind=" + "a" * 90, "q=formation"])
def test_a_query_the_site_does_not_write_is_answered_and_forgotten(client, query):
    make_news()
    address = f"{make_home().url}actualites/?{query}"
    client.get(address)
    assert not page_cache.queried.kept


def test_invented_queries_push_out_no_page_and_stay_within_their_bytes():
    shelf = stored_pages.Shelf(10_000)
    for number in range(100):
        shelf.put((number,), stored_pages.Stored({}, b"x" * 1000, (), timezone.now()))
        assert shelf.bytes <= 10_000
    assert len(shelf.kept) < 10
    assert shelf.bytes == sum(one.size for one in shelf.kept.values())


def test_an_answer_lasts_no_longer_than_the_desk_stays_as_it_is_and_never_past_midnight():
    PressDesk.objects.update_or_create(defaults={"name": "P", "opening": "Mo-Fr 08:30-17:30"})
    zone = timezone.get_default_timezone()
    morning = dt.datetime(2026, 3, 2, 9, 0, tzinfo=zone)
    assert moments.next_change(morning) == dt.datetime(2026, 3, 2, 17, 30, tzinfo=zone)
    assert moments.next_change(morning.replace(hour=7)) == dt.datetime(2026, 3, 2, 8, 30, tzinfo=zone)
    assert moments.next_change(morning.replace(hour=23)) == dt.datetime(2026, 3, 3, tzinfo=zone)


def test_an_answer_whose_hour_has_come_is_made_anew(client):
    page = make_news()
    client.get(page.url)
    assert is_from_memory(client, page.url)
    with mock.patch("mission_site.page_cache.timezone.now", return_value=timezone.now() + page_cache.LONGEST):
        assert not is_from_memory(client, page.url)


def test_readers_are_answered_while_the_database_is_away(client):
    page = make_news()
    html = client.get(page.url).content
    with mock.patch("pages.changes.connection.cursor", side_effect=OperationalError):
        assert client.get(page.url).content == html


def test_only_public_pages_are_kept():
    asked = RequestFactory()
    assert page_cache.is_for_anybody(asked.get("/fr/"))
    for request in (asked.post("/fr/"), asked.get("/health/"), asked.get("/sitemap.xml"), asked.get("/")):
        assert not page_cache.is_for_anybody(request), request.path
