"""After a publication the officer reads in which languages readers see the page, and from when."""

import pytest
from django.contrib.messages import get_messages

from tests.languages.drafts import post

pytestmark = [pytest.mark.django_db]


def _told(response):
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def test_publishing_says_in_which_language(admin, draft):
    said = _told(post(admin, draft, "publish=fr"))
    assert "français" in said and "anglais" not in said


def test_publishing_all_says_all(admin, draft):
    said = _told(post(admin, draft, "publish=fr en"))
    assert "français" in said and "anglais" in said


def test_scheduling_says_the_language_and_the_hour(admin, draft):
    said = _told(post(admin, draft, "publish=en", go_live_at="2031-03-04 09:30"))
    assert "anglais" in said and "2031" in said and "09:30" in said


def test_a_saved_draft_says_nothing_of_readers(admin, draft):
    said = _told(post(admin, draft))
    assert "français" not in said and "anglais" not in said
