"""A file leaks no sooner than its page: originals and documents are for readers once a public page shows them."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from news.models import NewsPage
from tests.factories import make_document, make_news, make_picture, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def files() -> list[Any]:
    """A press kit, an annex named in a text only, and a picture."""
    return [make_document("kit.pdf"), make_document("annex.pdf"), make_picture(400, 300)]


@pytest.fixture
def release(files) -> NewsPage:
    """A draft that names them all."""
    kit, annex, picture = files
    page = make_news(live=False, listing_picture=picture)
    page.body_fr = [("paragraph", f'<p><a linktype="document" id="{annex.pk}">annexe</a></p>')]
    page.attachments = [NewsPage.attachments.rel.related_model(document=kit)]
    page.save()
    return page


def answers(client: Client, files: list[Any]) -> set[int]:
    """What the media folder's address and, for documents, the document's own address answer."""
    own = [file.url for file in files[:2]]
    return {client.get(address).status_code for address in (*own, *(file.file.url for file in files))}


def size_answers(client: Client, files: list[Any]) -> set[int]:
    """What the sizes of the picture answer."""
    return {client.get(f"/media/{size['name']}").status_code for size in files[2].sizes}


def test_files_of_a_draft_are_for_the_admin_only(client, files, release):
    assert release.attachments.count() == 1
    assert answers(client, files) == size_answers(client, files) == {404}
    staff = Client()
    staff.force_login(make_user())
    assert answers(staff, files) == {200}


def test_files_are_there_with_the_publication_and_gone_with_its_end(client, files, release):
    release.save_revision().publish()
    assert answers(client, files) == size_answers(client, files) == {200}
    NewsPage.objects.get(pk=release.pk).unpublish()
    assert answers(client, files) == size_answers(client, files) == {404}


def test_files_of_a_scheduled_release_wait_for_its_hour(client, files, release):
    release.go_live_at = timezone.now() + dt.timedelta(hours=1)
    release.save_revision().publish()
    assert answers(client, files) == size_answers(client, files) == {404}


def test_a_file_that_only_a_draft_of_a_public_page_names_stays_hidden(client, files):
    page = make_news()
    page.listing_picture = files[2]
    page.attachments = [NewsPage.attachments.rel.related_model(document=files[0])]
    page.save_revision()
    assert answers(client, files) == size_answers(client, files) == {404}


def test_a_page_that_only_some_may_read_shows_its_pictures_and_nobody_gets_files_or_originals(client, files, release):
    release.save_revision().publish()
    release.get_parent().view_restrictions.create(restriction_type="login")
    assert answers(client, files) == {404}
    assert size_answers(client, files) == {200}
