"""Attached documents are searched by their words; a file made to hurt costs its own words and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from library.models import SiteDocument
from news.models import Attachment
from search import attachments, drain, find, running
from search.models import AttachmentText
from tests.factories import make_document, make_news
from tests.search import files

pytestmark = pytest.mark.django_db
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


@pytest.fixture(autouse=True)
def own_index(tmp_path, settings):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    running.forget()
    drain.drain()
    yield
    running.forget()


def found(text: str) -> list[str]:
    """Titles of what a reader finds."""
    drain.drain()
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


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(attachments, "SECONDS", 0.01)
    published_with(make_document(name="slow.pdf", content=files.pdf("palimpseste")))
    assert found("annexe") == ["Avec annexe fr"]
    assert found("palimpseste") == []


def test_a_reader_that_dies_is_only_a_file_without_words(monkeypatch):
    monkeypatch.setattr(attachments.sys, "executable", "/bin/false")
    assert attachments.extract(make_document(name="note.pdf", content=files.pdf("palimpseste"))) == ""


def test_a_storage_that_is_away_is_asked_again():
    document = make_document(name="note.pdf", content=files.pdf("le palimpseste"))
    document.get_file_hash()
    path = Path(document.file.path)
    content = path.read_bytes()
    path.unlink()
    assert attachments.text_of(SiteDocument.objects.get()) == ""
    path.write_bytes(content)
    document = SiteDocument.objects.get()
    assert "palimpseste" in attachments.text_of(document)


def test_the_reader_has_no_more_memory_than_its_share():
    program = "from search import attachment_reader as r; r.limit(); bytearray(2 * r.MEMORY)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert "MemoryError" in run.stderr
