"""Documents: what their name says, and nothing that runs or unfolds without end."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from library.inspection import check_document
from library.models import SiteDocument
from library.presentation import document_values
from tests.factories import make_document, make_user, picture_bytes

WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}


def archive(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.txt", "Été à Rabat".encode()),
        ("a.csv", b"year,number\n2021,2377\n"),
        ("a.rtf", b"{\\rtf1 x}"),
        ("a.docx", archive(WORD)),
        ("a.zip", archive({"a.pdf": b"%PDF"})),
        ("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42"),
    ],
)
def test_an_honest_document_is_taken(name, content):
    check_document(ContentFile(content), name)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>", "not_what_it_says"),
        ("a.pdf", b"MZ\x90\x00", "not_what_it_says"),
        ("a.txt", b"<script>alert(1)</script>", "not_what_it_says"),
        ("a.csv", b"\xef\xbb\xbf <!DOCTYPE html>", "not_what_it_says"),
        ("a.txt", b"a\x00b", "not_what_it_says"),
        ("a.docx", archive({"a.txt": b"x"}), "not_what_it_says"),
        ("a.docx", b"PK\x03\x04 cut", "not_what_it_says"),
        ("a.docx", archive({**WORD, "word/vbaProject.bin": b"x"}), "holds_code"),
        ("a.zip", archive({"setup.exe": b"MZ"}), "holds_code"),
        ("a.zip", archive({"zeros": b"\x00" * 20_000_000}), "unfolds_too_far"),
        ("a.svg", b"<svg/>", "unknown"),
        ("a", b"%PDF-1.7", "unknown"),
        ("a.vtt", b"<html>", "not_what_it_says"),
        ("a.mp4", picture_bytes(20, 20), "not_what_it_says"),
    ],
)
def test_a_hostile_document_is_refused_and_the_reason_said(name, content, code):
    with pytest.raises(ValidationError) as error:
        check_document(ContentFile(content), name)
    assert error.value.code == code


@pytest.mark.django_db
def test_no_way_of_saving_lets_a_hostile_document_in():
    with pytest.raises(ValidationError):
        SiteDocument.objects.create(title="x", file=ContentFile(b"<html>", name="a.pdf"))
    assert not SiteDocument.objects.exists()


@pytest.mark.django_db
def test_a_document_keeps_the_language_it_is_written_in():
    values = document_values(make_document(language="ar"))
    assert values["language"] == {"code": "ar", "name": "العربيّة", "direction": "rtl"}
    assert (values["format"], values["size"]) == ("PDF", "15\xa0octets")


@pytest.mark.django_db
def test_the_editor_shows_why_a_document_is_refused(client):
    client.force_login(make_user())
    data = {"title": "X", "file": ContentFile(b"<html>", name="x.pdf"), "tags": "", "language": "", "credit": ""}
    response = client.post(reverse("wagtaildocs:add"), data)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not SiteDocument.objects.exists()
