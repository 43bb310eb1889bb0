"""After a publication the officer reads in which languages readers see the page, and from when."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession

from tests.factories import make_user
from tests.languages.drafts import edit_url, fresh, post

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


def test_the_warning_of_two_windows_and_the_schedule_say_what_happens(admin, draft):
    first = fresh(draft).latest_revision
    page = admin.get(edit_url(draft)).text
    assert "Programmer pour publication" not in page and "Schedule to publish" not in page
    other = make_user("salma")
    session = EditingSession.objects.create(user=other, content_object=draft, last_seen_at=timezone.now())
    revision = draft.save_revision(user=other)
    assert revision.pk != first.pk and session.pk
    own = EditingSession.objects.exclude(user=other).get()
    address = reverse("wagtailadmin_editing_sessions:ping", args=["pages", "basepage", draft.pk, own.pk])
    told = admin.post(address, {"revision_id": first.pk, "revision_created_at": first.created_at.isoformat()}).json()
    ours = told["html"].rindex("#subtitle-w-save-confirmation-dialog")
    assert "crase" not in told["html"][ours:] and "overwrite" not in told["html"][ours:]
