"""Attached documents are searched by their words; a file made to hurt costs its own words and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from library.models import SiteDocument
from news.models import Attachment
from search import attachment_reading, attachments, drain, find, state
from search.models import AttachmentText
from tests.factories import make_document, make_news
from tests.search import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
HOSTILE = {
    "locked.pdf": files.locked_pdf("verrou"),
    "bomb.pdf": files.bomb_pdf(),
    "circular.pdf": files.circular_pdf(),
    "nested.pdf": files.nested_pdf(),
    "cut.pdf": files.pdf("coupe")[:300],
    "laughing.docx": files.laughing_word(),
    "empty.docx": b"PK\x03\x04",
    "cut.odt": files.open_document("coupe")[:200],
}

SOUND = {"pdf": files.pdf("x"), "docx": files.word("x"), "odt": files.open_document("x")}


def found(text: str) -> list[str]:
    """Titles of what a reader finds, once the operator's command went through."""
    call_command("search_sync", verbosity=0)
    return [hit.title for hit in find.search(find.question(text, correct=False)).hits]


def published_with(*documents: SiteDocument) -> None:
    """A page with attachments, published as an officer does."""
    page = make_news(title="Avec annexe", lead_fr="Chapeau", lead_en="Lead", live=False)
    for document in documents:
        Attachment.objects.create(page=page, document=document)
    page.languages_to_publish = "fr en"
    page.save_revision().publish()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.pdf", files.pdf("le mot palimpseste figure ici")),
        ("note.docx", files.word("rien", "Le palimpseste, dans une case")),
        ("note.odt", files.open_document("un <text:span>palimpseste</text:span> &amp; autre chose")),
    ],
)
def test_a_file_that_was_uploaded_and_published_is_found_by_its_words(admin_client, name, content):
    upload = {"title": "Note", "file": SimpleUploadedFile(name, content), "tags": "", "language": "", "credit": ""}
    answer = admin_client.post(reverse("wagtaildocs:add"), upload)
    assert answer.status_code == 302, answer.context["form"].errors
    published_with(SiteDocument.objects.get())
    assert found("palimpseste") == ["Avec annexe fr"]
    (hit,) = find.search(find.question("palimpseste")).hits
    assert hit.is_in_attachment
    assert "<mark>palimpseste</mark>" in hit.extract_html


def broken(name: str, content: bytes) -> SiteDocument:
    """A document whose file became what no upload would let in."""
    document = make_document(name=name, content=SOUND[name.partition(".")[2]])
    Path(document.file.path).write_bytes(content)
    SiteDocument.objects.filter(pk=document.pk).update(file_hash="", file_size=None)
    return SiteDocument.objects.get(pk=document.pk)


@pytest.mark.timeout(600)
def test_hostile_files_do_not_stop_indexing():
    published_with(*(broken(name, content) for name, content in HOSTILE.items()))
    other = make_news(title="Voisine")
    assert found("voisine") == [other.title_fr]
    assert found("annexe") == ["Avec annexe fr"]
    assert found("verrou") == []
    assert AttachmentText.objects.count() == len(HOSTILE), "each is read once, not at every change"
    states = {name.partition(".")[0][:6]: state for name, state in AttachmentText.objects.values_list("name", "state")}
    assert states.pop("locked") == "locked"
    assert set(states.values()) <= {"damaged", "slow", "empty"}, states
    assert state.report()["attachments"] == {
        "waiting": 0,
        "failed": AttachmentText.objects.exclude(state="empty").count(),
    }


def test_publishing_reads_no_attachment_and_the_page_is_found_at_once(monkeypatch, django_capture_on_commit_callbacks):
    def refuse(*args):
        raise AssertionError("a file was read in the request")

    with monkeypatch.context() as patched:
        patched.setattr(attachments, "extract", refuse)
        patched.setattr(attachment_reading, "extract", refuse)
        with django_capture_on_commit_callbacks(execute=True):
            published_with(make_document(name="note.pdf", content=files.pdf("le palimpseste")))
        assert [hit.title for hit in find.search(find.question("annexe")).hits] == ["Avec annexe fr"]
    assert state.report()["attachments"] == {"waiting": 1, "failed": 0}
    assert found("palimpseste") == ["Avec annexe fr"]
    assert state.report()["attachments"] == {"waiting": 0, "failed": 0}


def test_officers_see_which_file_was_not_read_and_why(admin_client):
    published_with(broken("verrou.pdf", files.locked_pdf("verrou")))
    call_command("search_sync", verbosity=0)
    shown = admin_client.get(reverse("wagtailsnippets_search_attachmenttext:list")).content.decode()
    assert "verrou" in shown
    assert str(AttachmentText.State.LOCKED.label) in shown
    assert admin_client.get(reverse("wagtailsnippets_search_attachmenttext:add")).status_code == 302


def test_a_file_that_no_document_has_any_more_waits_no_longer():
    document = make_document(name="note.pdf", content=files.pdf("palimpseste"))
    published_with(document)
    drain.drain()
    document.delete()
    assert found("palimpseste") == []
    assert not AttachmentText.objects.exists()


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(attachments, "SECONDS", 0.01)
    published_with(make_document(name="slow.pdf", content=files.pdf("palimpseste")))
    assert found("annexe") == ["Avec annexe fr"]
    assert found("palimpseste") == []


def test_a_reader_that_dies_is_only_a_file_without_words(monkeypatch):
    monkeypatch.setattr(attachments.sys, "executable", "/bin/false")
    document = make_document(name="note.pdf", content=files.pdf("palimpseste"))
    assert attachments.extract(document) == ("", AttachmentText.State.DAMAGED)


def test_a_storage_that_is_away_is_asked_again():
    document = make_document(name="note.pdf", content=files.pdf("le palimpseste"))
    document.get_file_hash()
    path = Path(document.file.path)
    content = path.read_bytes()
    path.unlink()
    published_with(SiteDocument.objects.get())
    assert found("palimpseste") == []
    assert AttachmentText.objects.get().state == AttachmentText.State.AWAY
    path.write_bytes(content)
    assert found("palimpseste") == ["Avec annexe fr"]


def test_the_reader_has_no_more_memory_than_its_share():
    program = "from search import attachment_reader as r; r.limit(); bytearray(2 * r.MEMORY)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "MemoryError" in run.stderr
