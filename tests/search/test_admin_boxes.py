"""No text in a search box of the admin makes it fail: every address of the admin is asked."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.test import Client
from django.urls import NoReverseMatch

from tests.factories import make_contact, make_document, make_home, make_news, make_picture, make_user
from tests.people.addresses import address, patterns

pytestmark = pytest.mark.django_db
# A quote alone, a NUL, what a search language could take for its own, more than a database can look for.
HOSTILE = ("%22", "%00%27%22+a%22b+*+%28+NOT+%ED%A0%80+-%5E+NEAR%28", "x" * 100_000, "%22" * 999)
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test"}
BOXES = ("q", "search_query", "search")


def boxes() -> Iterator[str]:
    """Every address below /admin/, with things that exist where it names one."""
    values = {
        "page_id": make_home().pk,
        "parent_page_id": make_home().pk,
        "kind": "release",
        "content_type": "pages.basepage",
        "code": "fr",
    }
    for name, names in sorted({*patterns()}):
        if name not in LEFT_OUT and not name.startswith("wagtailadmin_api"):
            with suppress(NoReverseMatch):  # an address whose parameters name no such thing has no box
                url = address(name, names, values)
                if url.startswith("/admin/"):
                    yield url


@pytest.mark.timeout(1200)
def test_no_text_in_any_search_box_of_the_admin_answers_500():
    for make in (make_news, make_contact, make_document, make_picture):
        make()
    client = Client(raise_request_exception=False)
    client.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
    asked = list(boxes())
    assert len(asked) > 100
    failed = [
        f"{url}?{text[:40]}"
        for url in asked
        if client.get(url).status_code < 500
        for text in HOSTILE
        if client.get(url, QUERY_STRING="&".join(f"{box}={text}" for box in BOXES)).status_code >= 500
    ]
    assert failed == []


@pytest.mark.parametrize("text", ['"Tissage"', "tissage%00", "tissage)", "'tissage"])
def test_the_words_beside_a_sign_are_still_found(text):
    page = make_news(title="Tissage")
    client = Client()
    client.force_login(make_user(), backend="django.contrib.auth.backends.ModelBackend")
    shown = client.get("/admin/pages/search/", QUERY_STRING=f"q={text}").content.decode()
    assert page.title_fr in shown
