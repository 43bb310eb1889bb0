"""The admin's screens of the import: for those who may add pages, in words they understand."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from django.utils.html import escape

from importer.importing import Importer
from importer.legacy.encoding import LARGEST
from importer.legacy.unreadable import LegacyUnreadable, Problem
from importer.models import ImportedFile
from importer.problems import explain, nothing_in_it
from people.roles import Role

from .pages import STORY, WRAPPED

pytestmark = pytest.mark.django_db
UPLOAD, QUEUE = "/admin/old-pages/", "/admin/reports/old-pages/"


@pytest.fixture
def person(client, django_user_model):
    """Log somebody of a role in."""

    def log_in(role: Role | None):
        user = django_user_model.objects.create_user("ana", "ana@example.org", "a long enough password")
        if role:
            user.groups.add(Group.objects.get(name=role.value))
        client.force_login(user)
        return client

    return log_in


def sent(*pages: tuple[str, bytes]) -> dict[str, list[SimpleUploadedFile]]:
    return {"old_pages": [SimpleUploadedFile(name, data) for name, data in pages]}


def test_an_officer_brings_several_files_in_and_sees_what_became_of_each(person) -> None:
    client = person(Role.OFFICER)
    answer = client.post(UPLOAD, sent(("a.txt", WRAPPED.encode()), ("b.bin", b"%PDF-1.4"), ("c.txt", b"")))
    text = answer.content.decode()
    record = ImportedFile.objects.get()
    assert answer.status_code == 200 and record.imported_by.username == "ana"
    assert f"/admin/pages/{record.page_id}/edit/" in text and f"/admin/old-pages/{record.pk}/" in text
    assert text.count('colspan="3"') == 2


def test_an_upload_of_nothing_says_so(person) -> None:
    answer = person(Role.OFFICER).post(UPLOAD, {})
    assert answer.status_code == 200 and not ImportedFile.objects.exists()


def test_too_many_files_at_once_are_refused(person) -> None:
    answer = person(Role.OFFICER).post(UPLOAD, sent(*[(f"{number}.txt", b"x") for number in range(51)]))
    assert answer.status_code == 200 and not ImportedFile.objects.exists()


@pytest.mark.parametrize("role", [None, Role.CONTACT_KEEPER])
def test_who_may_not_add_pages_sees_none_of_the_screens(person, role: Role | None) -> None:
    record = Importer().take("a.txt", WRAPPED.encode).record
    client = person(role)
    for address in (UPLOAD, f"{UPLOAD}{record.pk}/", f"{UPLOAD}{record.pk}/?format=json"):
        assert client.get(address).status_code == 302
    assert client.post(UPLOAD, sent(("b.txt", STORY.encode()))).status_code == 302
    assert ImportedFile.objects.count() == 1


def test_the_receipt_is_shown_and_escaped(person) -> None:
    page = WRAPPED.replace("apicultrices", "apicultrices <script>voisines</script>", 1)
    record = Importer().take("a<b>.txt", page.encode).record
    client = person(Role.OFFICER)
    text = client.get(f"{UPLOAD}{record.pk}/").content.decode()
    assert "a&lt;b&gt;.txt" in text and "&lt;script&gt;voisines" in text and "<script>voisines" not in text
    assert "Nos métiers" in text and "uvre" in text
    assert client.get(f"{UPLOAD}{record.pk}/?format=json").json()[record.name]["kind"] == "news_release"


def test_a_receipt_that_does_not_exist_is_not_found(person) -> None:
    assert person(Role.OFFICER).get(f"{UPLOAD}999/", follow=True).status_code == 404


def test_the_queue_lists_what_each_draft_lacks_until_it_is_given(person) -> None:
    page = Importer().take("story.txt", STORY.encode).record.page.specific
    Importer().take("a.txt", WRAPPED.encode)
    client = person(Role.OFFICER)
    text = client.get(QUEUE).content.decode()
    assert text.count("story.txt</bdi>") == 1 and "a.txt</bdi>" not in text
    row = re.search(r"<td><ul>(.*?)</ul></td>", text, re.S)
    assert row and row[1].count("<li>") == 2
    page.title_en, page.date = "Bread for the whole street", "2019-03-03"
    page.save_revision()
    assert "story.txt</bdi>" not in client.get(QUEUE).content.decode()


def test_an_officer_who_opens_such_a_draft_is_told(person) -> None:
    page = Importer().take("story.txt", STORY.encode).record.page
    text = person(Role.OFFICER).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert text.count("messages__") or text.count('class="warning"') or "old page" in text or "ancienne" in text


def test_the_menu_offers_the_import_to_an_officer(person) -> None:
    assert UPLOAD in person(Role.OFFICER).get("/admin/").content.decode()


def test_what_is_refused_is_told_why_and_the_rest_comes_in(person) -> None:
    client = person(Role.OFFICER)
    huge = SimpleUploadedFile("huge.txt", b"x" * (LARGEST + 1))
    pages = sent(
        ("a.txt", WRAPPED.encode()), ("empty.txt", b""), ("image.txt", b"\x89PNG\r\n\x1a\n"), ("b.txt", b"\xff")
    )
    pages["old_pages"].insert(1, huge)
    text = client.post(UPLOAD, pages).content.decode()
    assert ImportedFile.objects.get().name == "a.txt"
    for problem in (Problem.TOO_LARGE, Problem.BINARY, Problem.UNKNOWN_ENCODING):
        assert any(str(escape(said)) in text for said in in_both_languages(lambda problem=problem: why(problem)))
    assert any(str(escape(said)) in text for said in in_both_languages(nothing_in_it))


def why(problem: Problem) -> str:
    return explain(LegacyUnreadable(problem))


def in_both_languages(say: Callable[[], str]) -> list[str]:
    found = []
    for code in ("fr", "en"):
        with translation.override(code):
            found.append(say())
    return found
