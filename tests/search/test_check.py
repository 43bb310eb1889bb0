"""search_check tells the truth of a damaged index; every command of search fails in one line."""

import shutil

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from search import drain, find, running
from tests.factories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(tmp_path, settings):
    """An index of three pages in two languages, as another process left it."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    running.forget()
    for number in range(3):
        make_news(title=f"Passerelle {number}")
    drain.drain()
    running.forget()
    yield settings.SEARCH_INDEX_DIR
    running.forget()


def generation(index):
    return index / (index / "current").read_text().strip()


def cut(index):
    """Halve every file that holds something."""
    for path in generation(index).iterdir():
        with path.open("r+b") as file:
            file.truncate(path.stat().st_size // 2)


def cut_segments(index):
    """Leave the lists of files whole, halve what they name."""
    for path in generation(index).iterdir():
        if path.suffix != ".json":
            with path.open("r+b") as file:
                file.truncate(path.stat().st_size // 2)


WAYS = {
    "the whole folder deleted": shutil.rmtree,
    "the generation deleted, the pointer kept": lambda index: shutil.rmtree(generation(index)),
    "the pointer deleted": lambda index: (index / "current").unlink(),
    "every file cut": cut,
    "the segments cut": cut_segments,
    "the list of files deleted": lambda index: (generation(index) / "meta.json").unlink(),
}


def state(folder):
    """Every file with its content."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()} if folder.exists() else None


@pytest.mark.parametrize("way", WAYS)
def test_a_dry_run_reports_a_destroyed_index_and_changes_nothing(index, capsys, way):
    documents = sum(1 for _one in drain.documents.all_documents())
    WAYS[way](index)
    before = state(index)
    with pytest.raises(CommandError, match=f"{documents} differences found"):
        call_command("search_check", "--dry-run")
    assert (
        f"{documents} documents, {documents} missing, 0 stale, 0 too many, no usable index" in capsys.readouterr().out
    )
    assert state(index) == before


@pytest.mark.parametrize("way", WAYS)
def test_a_check_repairs_a_destroyed_index_says_so_and_is_content_the_next_time(index, capsys, way):
    documents = sum(1 for _one in drain.documents.all_documents())
    WAYS[way](index)
    with pytest.raises(CommandError, match=f"{documents} differences repaired"):
        call_command("search_check")
    assert "no usable index, built anew" in capsys.readouterr().out
    running.forget()
    call_command("search_check")
    call_command("search_check", "--dry-run")
    assert find.search(find.question("passerelle")).total == 3


def test_what_only_waits_in_the_outbox_is_said_and_is_no_difference(index, capsys):
    make_news(title="Encore une")
    before = state(index)
    call_command("search_check", "--dry-run")
    assert "waiting for search_sync" in capsys.readouterr().out
    assert state(index) == before


@pytest.mark.parametrize("command", ["search_rebuild", "search_sync", "search_check"])
def test_a_file_in_the_place_of_the_folder_is_said_in_one_line(tmp_path, settings, command):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.SEARCH_INDEX_DIR.write_text("a file")
    make_news(title="Passerelle")
    with pytest.raises(CommandError, match="index"):
        call_command(command)


@pytest.mark.parametrize(("kind", "url"), [("foo", ""), ("elasticsearch", ""), ("elasticsearch", "nowhere")])
def test_settings_that_name_no_engine_stop_every_command_with_one_line(settings, kind, url):
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = kind, url
    with pytest.raises(SystemCheckError, match="search.E001"):
        call_command("search_rebuild", skip_checks=False)
    with pytest.raises(ImproperlyConfigured, match="SEARCH_ENGINE"):
        running.engine()
