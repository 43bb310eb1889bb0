"""How translations stand is shown in the editor, in listings, on the dashboard and in a report."""

import csv
import io
import json

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from languages.editing.differences import tell
from languages.editing.status import state
from tests.factories import make_news, make_picture, make_user
from tests.languages.drafts import body, edit_url, fresh, latest, post

pytestmark = [pytest.mark.django_db, pytest.mark.every_language]
REPORT = "languages_report"
ENGLISH_PLACE = {"place_en": ""}


@pytest.fixture
def stale(admin, release):
    """A release whose French changed after it was translated."""
    post(admin, release, "publish=fr", lead_fr="Un chapeau tout autre.", body_fr=body("<p>Un autre texte.</p>"))
    assert fresh(release).translation_status("en") == "stale"
    return fresh(release)


def test_the_listing_shows_each_language(admin, release, news_index):
    html = admin.get(reverse("wagtailadmin_explore", args=[news_index.pk])).content.decode()
    told = {
        "fr": ("Français\u202f: en ligne", "Anglais\u202f: en ligne"),
        "en": ("French: online", "English: online"),
    }
    for said in told[settings.LANGUAGE_CODE_ADMIN]:
        assert said in html


def test_the_editor_tells_what_changed_in_the_source(admin, stale):
    html = admin.get(edit_url(stale)).content.decode()
    assert "language-state--stale" in html and "language-differences" in html


def test_a_translation_is_marked_as_up_to_date_by_a_button(admin, stale):
    post(admin, stale, **{"confirm-translation": "en"})
    assert latest(stale).translation_status("en") == "current"


def _with_pictures(page, french, english):
    """Save a body of one picture for each language, with the same block id."""
    for column, picture in (("body_fr", french), ("body_en", english)):
        value = {"picture": picture.pk}
        setattr(page, column, json.dumps([{"type": "picture", "value": value, "id": "a-picture"}]))
    page.save_revision(clean=False)


@pytest.fixture
def admins_language(settings):
    """What is told outside a request is told in the admin's language too."""
    with translation.override(settings.ADMIN_LANGUAGE):
        yield


def test_blocks_that_differ_in_what_is_no_text_are_told(admin, draft, admins_language):
    _with_pictures(latest(draft), make_picture(), make_picture())
    told = tell(latest(draft), "en")
    assert told is not None and any("1" in sentence for sentence in told.sentences)
    html = admin.get(edit_url(draft)).content.decode()
    assert escape(told.sentences[0]) in html


def test_the_same_picture_in_both_languages_is_no_difference(draft):
    picture = make_picture()
    _with_pictures(latest(draft), picture, picture)
    assert tell(latest(draft), "en") is None


def test_the_report_lists_how_each_language_stands(admin, stale):
    html = admin.get(reverse(REPORT)).content.decode()
    assert stale.draft_title in html and "language-state--stale" in html


def test_the_report_is_filtered_by_language_state_and_type(admin, stale, news_index):
    found = {"translation_en": "stale"}
    assert stale.draft_title in admin.get(reverse(REPORT), found).content.decode()
    assert stale.draft_title not in admin.get(reverse(REPORT), {"translation_en": "missing"}).content.decode()
    assert stale.draft_title in admin.get(reverse(REPORT), {"visible_in": "en"}).content.decode()
    other = {"content_type": news_index.content_type_id}
    assert stale.draft_title not in admin.get(reverse(REPORT), other).content.decode()


def test_the_report_is_exported(admin, stale):
    response = admin.get(reverse(REPORT), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert any({stale.title_fr, stale.title_en} & set(row) for row in rows[1:])
    assert len(rows[0]) == 10


def test_the_report_shows_only_pages_a_person_may_change(stale, client):
    somebody = make_user("visitor", is_superuser=False)
    somebody.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(somebody, backend="django.contrib.auth.backends.ModelBackend")
    response = client.get(reverse(REPORT))
    assert response.status_code in (302, 403)
    assert stale.draft_title not in response.content.decode()


def _queries_of_the_report(admin):
    with CaptureQueriesContext(connection) as captured:
        admin.get(reverse(REPORT))
    return [query["sql"][:300] for query in captured]


def test_the_report_costs_the_same_for_many_pages(admin, release, news_index):
    admin.get(reverse(REPORT))
    few = len(_queries_of_the_report(admin))
    for number in range(8):
        make_news(title=f"Titre {number}", slug=f"page-{number}")
    many = _queries_of_the_report(admin)
    assert len(many) <= few, many[-12:]


def test_the_dashboard_shows_translations_to_do(admin, stale):
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert "translations-to-do" in html and stale.draft_title in html and reverse(REPORT) in html


def _standing(page, code):
    found = state(latest(page), code)
    return str(found.label), str(found.translation_label)


def test_a_language_taken_back_from_the_readers_is_a_draft(admin, release, admins_language):
    before = _standing(release, "en")[1]
    admin.post(reverse("languages_unpublish", args=[release.pk, "en"]))
    assert fresh(release).translation_status("en") == "current"
    html = admin.get(edit_url(release)).content.decode()
    assert str(_("draft")) in html and str(_("not started")) not in html
    assert _standing(release, "en") == (_("draft"), before)


def test_a_held_draft_stays_one_when_its_page_is_saved_moved_or_taken_back(admin, draft):
    post(admin, draft, "publish=fr")
    fresh(draft).save()
    assert fresh(draft).translation_status("en") == "current"
    fresh(draft).unpublish()
    page = fresh(draft)
    assert page.translation_status("en") == "current" and page.pending_en
    assert _standing(draft, "en")[0] == _("draft")


@pytest.fixture
def begun(admin, draft):
    """A draft whose English has a title and a lead, and no body."""
    post(admin, draft, body_en=[])
    return fresh(draft)


def test_a_text_without_its_body_is_unfinished_and_not_missing(admin, begun):
    assert _standing(begun, "en") == (_("draft"), _("unfinished"))
    html = admin.get(reverse(REPORT)).content.decode()
    assert "language-state--begun" in html and "language-state--missing" not in html


def test_a_language_without_a_word_is_not_started(admin, draft):
    post(admin, draft, title_en="", lead_en="", body_en=[], **ENGLISH_PLACE)
    assert _standing(draft, "en") == (_("not started"), _("missing"))


def test_the_report_tells_the_unfinished_from_the_missing(admin, begun):
    def listed(way):
        return begun.draft_title in admin.get(reverse(REPORT), {"translation_en": way}).content.decode()

    assert listed("begun") and not listed("missing") and not listed("current")
    response = admin.get(reverse(REPORT), {"export": "csv", "translation_en": "begun"})
    assert str(_("unfinished")) in b"".join(response.streaming_content).decode()


def test_an_unfinished_text_is_on_the_dashboard(admin, begun):
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert begun.draft_title in html and "language-state--begun" in html
