"""A picture of people without consent is reachable by nobody: no page, no size, not even its original file."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from library.consent import Consent
from library.models import SitePicture
from library.presentation import picture_values
from library.renditions import refresh
from library.withholding import PREFIX, access_to
from tests.factories import make_document, make_news, make_picture, make_user

pytestmark = pytest.mark.django_db

SHOWN = {"shows_people": True, "consent": Consent.GIVEN, "consent_note": "Form in the safe"}


@pytest.fixture
def staff(client) -> Client:
    """A browser of somebody of the admin."""
    browser = Client()
    browser.force_login(make_user())
    return browser


def addresses(picture: SitePicture) -> list[str]:
    """Every address of a file of the picture: the original, what readers are offered, what the admin shows."""
    thumbnail = picture.get_rendition("max-165x165")
    return [picture.file.url, thumbnail.url, *(f"/media/{item['name']}" for item in picture.sizes)]


def withdraw(picture: SitePicture, callbacks: Any) -> SitePicture:
    """Note on the picture that the people shown took their consent back."""
    picture.consent = Consent.WITHDRAWN
    with callbacks(execute=True):
        picture.save()
    return SitePicture.objects.get(pk=picture.pk)


def test_with_consent_every_file_is_there_and_nobody_keeps_it_for_long(client):
    picture = make_picture(500, 300, **SHOWN)
    make_news(listing_picture=picture)
    for address in addresses(picture):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "public, max-age=3600"), address


def test_a_picture_of_nobody_is_kept_for_a_year(client):
    picture = make_picture(500, 300)
    make_news(listing_picture=picture)
    size = picture.sizes[0]["name"]
    assert "max-age=31536000" in client.get(f"/media/{size}").headers["Cache-Control"]


def test_no_file_stays_at_its_address_once_consent_is_withdrawn(client, staff, django_capture_on_commit_callbacks):
    picture = make_picture(500, 300, **SHOWN)
    known = addresses(picture)
    picture = withdraw(picture, django_capture_on_commit_callbacks)
    assert len(known) > 4
    assert [client.get(address).status_code for address in known] == [404] * len(known)
    assert [staff.get(address).status_code for address in known] == [404] * len(known)


def test_no_file_is_left_under_its_old_name_for_a_web_server_to_find(django_capture_on_commit_callbacks):
    picture = make_picture(500, 300, **SHOWN)
    known = [picture.file.name, *(item["name"] for item in picture.sizes)]
    withdraw(picture, django_capture_on_commit_callbacks)
    assert not [name for name in known if picture.file.storage.exists(name)]


def test_the_admin_still_sees_a_withheld_picture_and_readers_do_not(client, staff, django_capture_on_commit_callbacks):
    picture = withdraw(make_picture(500, 300, **SHOWN), django_capture_on_commit_callbacks)
    for address in addresses(picture):
        assert client.get(address).status_code == 404
        answer = staff.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")


def test_a_picture_that_waits_for_consent_is_reachable_by_nobody_from_the_start(client):
    picture = make_picture(500, 300, shows_people=True)
    assert PREFIX in picture.file.name
    assert client.get(picture.file.url).status_code == 404


def test_the_day_after_consent_ended_no_file_is_there_though_the_worker_has_not_come(client):
    picture = make_picture(500, 300, **SHOWN)
    known = addresses(picture)
    SitePicture.objects.update(consent_until=timezone.localdate() - timedelta(days=1))
    assert {client.get(address).status_code for address in known} == {404}
    call_command("make_renditions", verbosity=0)
    assert not picture.file.storage.exists(picture.file.name)


def test_consent_given_again_shows_it_again_without_telling_the_name_of_the_original(
    client, django_capture_on_commit_callbacks
):
    picture = make_picture(500, 300, **SHOWN)
    make_news(listing_picture=picture)
    picture = withdraw(picture, django_capture_on_commit_callbacks)
    secret = picture.file.name.partition(PREFIX)[2][:8]
    picture.consent = Consent.GIVEN
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    picture = SitePicture.objects.get(pk=picture.pk)
    shown = picture_values(picture)
    assert client.get(shown["src"]).status_code == 200
    assert secret not in str(shown)


def test_withholding_twice_changes_nothing_the_second_time():
    picture = make_picture(500, 300, shows_people=True)
    name, thumbnail = picture.file.name, picture.get_rendition("max-165x165").file.name
    refresh(SitePicture.objects.get(pk=picture.pk))
    assert SitePicture.objects.get(pk=picture.pk).file.name == name
    assert picture.file.storage.exists(thumbnail)


def test_a_picture_whose_file_is_lost_is_withheld_without_a_fault(django_capture_on_commit_callbacks):
    picture = make_picture(500, 300, **SHOWN)
    picture.file.storage.delete(picture.file.name)
    assert withdraw(picture, django_capture_on_commit_callbacks).sizes == []


def test_a_file_of_pictures_that_no_row_knows_is_not_served(client):
    folder = settings.MEDIA_ROOT / "images"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "left-behind.jpg").write_bytes(b"x")
    assert client.get("/media/images/left-behind.jpg").status_code == 404


def test_the_way_to_a_file_is_asked_for_with_one_query(django_assert_num_queries):
    picture, report = make_picture(500, 300), make_document()
    for name in (picture.file.name, picture.sizes[0]["name"]):
        with django_assert_num_queries(1):
            assert access_to(name).is_open
    with django_assert_num_queries(1):
        assert access_to(report.file.name).is_open
    with django_assert_num_queries(0):
        assert access_to("share/1-fr.png").is_open


@pytest.mark.parametrize("detour", ["./", "x/../", "/", "//"])
def test_no_spelling_of_its_address_brings_a_withheld_picture_back(client, detour):
    picture = make_picture(500, 300, shows_people=True)
    assert client.get(f"/media/{detour}{picture.file.name}").status_code in {301, 404}
    folder, name = picture.file.name.split("/")
    assert client.get(f"/media/{folder}/{detour}{name}").status_code in {301, 404}
