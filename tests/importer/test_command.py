"""manage.py import_legacy: files and folders, progress, a report, and an exit code that means something."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from importer.models import ImportedFile
from news.models import NewsPage

from .pages import STORY, WRAPPED

pytestmark = pytest.mark.django_db
FIELDS = set(
    "kind language title dateline lead body quotes donors contacts programmes regions menu_lines boilerplate_lines "
    "repairs queued characters placed dropped unplaced".split()
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages, one of them in a folder of its own, and a hidden file."""
    (tmp_path / "old" / "more").mkdir(parents=True)
    (tmp_path / "old" / "a.txt").write_text(WRAPPED, "utf-8")
    (tmp_path / "old" / "more" / "b.txt").write_text(STORY, "utf-8")
    (tmp_path / "old" / ".hidden").write_bytes(b"\x00\x01")
    return tmp_path / "old"


def run(*arguments: object, **options: object) -> str:
    out = io.StringIO()
    with translation.override("en"):
        call_command("import_legacy", *map(str, arguments), stdout=out, stderr=out, **options)
    return out.getvalue()


def test_a_folder_is_imported_with_progress_and_a_report(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    told = run(folder, "--report", report)
    assert "[1/2] a.txt" in told and "[2/2] b.txt" in told and "Drafts made: 2." in told
    data = json.loads(report.read_text("utf-8"))
    assert set(data) == {"a.txt", "b.txt"}
    for entry in data.values():
        lost = sum(each["end"] - each["start"] for each in entry["unplaced"])
        assert entry["placed"] + entry["dropped"] + lost == entry["characters"] and set(entry) >= FIELDS
    assert data["b.txt"]["title"] is None and data["b.txt"]["dateline"]["precision"] == "unknown"
    assert data["a.txt"]["contacts"][0]["phones_e164"] == ["+212661000001"]


def test_a_second_run_changes_nothing_and_tells_the_same(folder: Path, tmp_path: Path) -> None:
    run(folder, "--report", tmp_path / "one.json")
    before = list(NewsPage.objects.values_list("pk", "latest_revision_id"))
    told = run(folder, "--report", tmp_path / "two.json")
    assert "Drafts made: 0. Imported before: 2." in told
    assert list(NewsPage.objects.values_list("pk", "latest_revision_id")) == before
    assert (tmp_path / "one.json").read_text() == (tmp_path / "two.json").read_text()


def test_a_dry_run_writes_only_the_report(folder: Path, tmp_path: Path) -> None:
    told = run(folder, "--dry-run", "--report", tmp_path / "report.json")
    assert "Drafts that would be made: 2." in told and not ImportedFile.objects.exists()
    assert len(json.loads((tmp_path / "report.json").read_text())) == 2


def test_bad_files_get_a_line_each_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "strange.txt").write_bytes("Привет всем людям этого города".encode("cp1251"))
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CommandError) as failed:
        run(folder, "--report", tmp_path / "report.json")
    assert failed.value.returncode == 1
    data = json.loads((tmp_path / "report.json").read_text())
    codes = {name: entry["error"]["code"] for name, entry in data.items() if "error" in entry}
    assert codes == {
        "binary.txt": "binary",
        "strange.txt": "unknown_encoding",
        "huge.txt": "too_large",
    }
    assert data["empty.txt"]["kind"] == "empty" and data["huge.txt"]["kind"] is None
    assert NewsPage.objects.count() == 2


def test_a_file_without_text_is_read_told_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.html").write_bytes(b"<html><body><p>&nbsp;</p></body></html>")
    told = run(tmp_path, "--report", tmp_path / "report.json")
    assert told.count("There is no text in it") == 2 and "Without text: 2. Not read: 0." in told
    data = json.loads((tmp_path / "report.json").read_text())
    assert [each["kind"] for each in data.values()] == ["empty", "empty"] and not ImportedFile.objects.exists()
    assert all(each["placed"] == 0 and each["dropped"] == each["characters"] for each in data.values())


def test_a_path_that_does_not_exist_is_told_and_fails(tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        run(tmp_path / "nothing.txt")


def test_files_of_the_same_name_keep_apart_in_the_report(folder: Path, tmp_path: Path) -> None:
    (folder / "more" / "a.txt").write_text("Un titre à part\n\nUn texte à part, dans un autre dossier.", "utf-8")
    run(folder, "--report", tmp_path / "report.json")
    assert len(json.loads((tmp_path / "report.json").read_text())) == 3


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body><h1>Un titre à part</h1><p>Un texte.</p></body></html>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    assert "Drafts made: 1. Imported before: 0. Without text: 0. Not read: 0." in run(tmp_path)
