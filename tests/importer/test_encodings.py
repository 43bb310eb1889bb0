"""Files come in any encoding that can be proved; what cannot be read says why."""

from pathlib import Path

import pytest

from importer.legacy import Kind, LegacyUnreadable, Problem, read_document, read_file, refusal
from importer.legacy.encoding import LARGEST

TEXT = (
    "Un café solidaire ouvre à Salé\n\nLe café emploie dix femmes. « C’est un départ », confie Amina, dès le début.\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_a_page_in_a_provable_encoding_is_read(encoding: str) -> None:
    assert read_document(TEXT.encode(encoding)).title == "Un café solidaire ouvre à Salé"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp850"])
def test_a_page_in_an_encoding_without_curly_quotes_is_read(encoding: str) -> None:
    assert read_document(TEXT.replace("’", "'").encode(encoding)).title == "Un café solidaire ouvre à Salé"


def test_the_encoding_that_a_saved_page_declares_is_believed() -> None:
    page = '<html><head><meta charset="iso-8859-15"></head><body><h1>Cœur à cœur</h1><p>Été</p></body></html>'
    assert read_document(page.encode("iso-8859-15")).title == "Cœur à cœur"


def test_a_stray_windows_letter_in_a_page_is_mended_and_listed() -> None:
    data = TEXT.encode().replace("dès".encode(), b"d\xe8s")
    page = read_document(data)
    assert "dès le début" in page.body and ("\\xe8", "è") in [(each.before, each.after) for each in page.repairs]


def test_a_page_cut_in_the_middle_of_a_letter_is_read_and_asks_for_it() -> None:
    page = read_document(TEXT.encode() + "é".encode()[:1])
    assert "characters_lost" in page.queued and page.title


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\0" * 40, Problem.BINARY),
        (b"%PDF-1.7 etc", Problem.BINARY),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Problem.BINARY),
        (b"PK\x03\x04 word file", Problem.BINARY),
        (bytes(range(256)) * 20, Problem.BINARY),
        (b"abc\x00\x01\x02\x03\x04" * 50, Problem.BINARY),
        ("Привет всем людям этого города".encode("cp1251"), Problem.UNKNOWN_ENCODING),
        ("مرحبا بكم في الموقع".encode("cp1256"), Problem.UNKNOWN_ENCODING),
        ("日本語の文章です".encode("shift-jis"), Problem.UNKNOWN_ENCODING),
    ],
)
def test_a_file_that_is_no_readable_page_says_why(data: bytes, code: Problem) -> None:
    with pytest.raises(LegacyUnreadable) as refused:
        read_document(data)
    assert refused.value.code is code


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\ufeff".encode(), b"\xff\xfe", b"<html><body><script>1</script></body></html>"]
)
def test_a_file_without_text_is_a_document_of_that_kind(data: bytes) -> None:
    page = read_document(data)
    assert page.kind is Kind.EMPTY and not page.pieces
    assert page.account.dropped == page.account.characters and not page.account.unplaced


def test_more_text_than_a_page_holds_is_refused() -> None:
    with pytest.raises(LegacyUnreadable) as refused:
        read_document(b"word " * 1_000_001)
    assert refused.value.code is Problem.TOO_MUCH_TEXT


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
    with pytest.raises(LegacyUnreadable) as refused:
        read_file(large)
    assert refused.value.code is Problem.TOO_LARGE and 50_000_000 > LARGEST


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LegacyUnreadable) as refused:
        read_file(tmp_path / "missing.txt")
    assert refused.value.code is Problem.NOT_A_FILE


def test_the_receipt_of_a_refused_file_has_every_field_and_the_reason() -> None:
    told = refusal(LegacyUnreadable(Problem.BINARY), "No text.")
    assert told["kind"] is None and told["error"] == {"code": "binary", "message": "No text."}
    assert told["quotes"] == [] and told["characters"] == 0
