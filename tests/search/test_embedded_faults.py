"""The embedded index survives kills, two writers, and folders that are deleted, cut, read-only or full."""

import multiprocessing
import os
import random
import resource
import shutil
import signal
import tempfile
import time
from pathlib import Path

import pytest

from search.engines.base import SearchUnavailable
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.native import Query
from search.plan.clauses import Everything
from tests.search.contract import ask, pages
from tests.search.samples import SETTINGS, article, library, many

KILLS = 100
NOBODY = 65_534
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["search.engines.embedded.engine", "tests.search.samples"])


@pytest.fixture
def folder(tmp_path) -> Path:
    """Where the index of a test lives, built with the library."""
    EmbeddedEngine(tmp_path / "search", SETTINGS).rebuild(library(), cursor=0)
    return tmp_path / "search"


def write_on(folder: Path, first: int, ready) -> None:
    """Publish one page after another, each with its number as cursor, until somebody kills the process."""
    engine = EmbeddedEngine(folder, SETTINGS)
    ready.set()
    for number in range(first, first + 100_000):
        engine.apply(many(1, number), [], cursor=number)


def write_some(folder: Path, name: str, count: int) -> None:
    """Publish some pages of one's own."""
    engine = EmbeddedEngine(folder, SETTINGS)
    for number in range(count):
        engine.apply([article(f"{name}{number}", f"Titre {name}{number}")], [])


@pytest.mark.timeout(900)
def test_a_hundred_kills_while_indexing_lose_nothing_that_was_committed(folder):
    chance, cursor, moved = random.Random(3), 0, 0
    others = {f"{document.key}" for document in library()}
    for _ in range(KILLS):
        ready = processes.Event()
        writer = processes.Process(target=write_on, args=(folder, cursor + 1, ready), daemon=True)
        writer.start()
        assert ready.wait(60)
        time.sleep(chance.uniform(0.0, 0.2))
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        engine = EmbeddedEngine(folder, SETTINGS)
        now = engine.cursor()
        assert now is not None
        assert now >= cursor
        assert {key for key, _ in engine.keys()} == others | {f"n{number}/fr" for number in range(1, now + 1)}
        moved += now > cursor
        cursor = now
    assert moved > KILLS // 20
    assert ask(engine, "commun").total == cursor


@pytest.mark.timeout(600)
def test_a_rebuild_that_is_killed_leaves_the_old_index(folder):
    writer = processes.Process(target=rebuild_slowly, args=(folder,), daemon=True)
    writer.start()
    while len(list(folder.glob("generation-*"))) < 2:
        time.sleep(0.02)
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    engine = EmbeddedEngine(folder, SETTINGS)
    assert pages(ask(engine, "réintégration"))[0] == "p1"
    assert engine.rebuild(many(3), cursor=9) == 3
    assert ask(engine, "commun").total == 3


def rebuild_slowly(folder: Path) -> None:
    """A rebuild that takes longer than anybody waits."""

    def documents():
        for document in many(10_000):
            time.sleep(0.01)
            yield document

    EmbeddedEngine(folder, SETTINGS).rebuild(documents(), cursor=1)


@pytest.mark.timeout(600)
def test_two_writers_at_once_lose_nothing(folder):
    writers = [processes.Process(target=write_some, args=(folder, name, 12)) for name in ("left", "right")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    keys = {key for key, _ in EmbeddedEngine(folder, SETTINGS).keys()}
    assert {f"{name}{number}/fr" for name in ("left", "right") for number in range(12)} <= keys


def test_a_writer_that_waits_too_long_says_so(folder):
    first, second = EmbeddedEngine(folder, SETTINGS), EmbeddedEngine(folder, SETTINGS, patience=0.1)
    with first.writer._writing(), pytest.raises(SearchUnavailable):
        second.apply([article("n1", "Un")], [])
    second.apply([article("n1", "Un")], [])


def test_a_deleted_folder_is_unavailable_until_it_is_built_again(folder):
    engine = EmbeddedEngine(folder, SETTINGS)
    assert ask(engine, "fête").total == 2
    shutil.rmtree(folder)
    assert engine.cursor() is None
    with pytest.raises(SearchUnavailable):
        ask(engine, "fête")
    with pytest.raises(SearchUnavailable):
        engine.apply([article("n1", "Un")], [])
    engine.rebuild(library(), cursor=4)
    assert (ask(engine, "fête").total, engine.cursor()) == (2, 4)


@pytest.mark.parametrize("part", [0.0, 0.5, 0.9])
def test_files_cut_short_are_refused_not_read(folder, part):
    engine = EmbeddedEngine(folder, SETTINGS)
    assert ask(engine, "fête").total == 2
    for file in folder.glob("generation-*/*.*"):
        os.truncate(file, int(file.stat().st_size * part))
    time.sleep(0.2)
    for one in (engine, EmbeddedEngine(folder, SETTINGS)):
        with pytest.raises(SearchUnavailable):
            ask(one, "fête")
        assert one.cursor() is None
    engine.rebuild(library(), cursor=4)
    assert ask(engine, "fête").total == 2


def test_an_index_without_its_list_of_files_is_no_empty_index(folder):
    (next(folder.glob("generation-*")) / "meta.json").unlink()
    engine = EmbeddedEngine(folder, SETTINGS)
    assert engine.cursor() is None
    assert not engine.health().is_ready


def test_an_index_with_other_settings_must_be_built(folder):
    from dataclasses import replace

    other = EmbeddedEngine(folder, replace(SETTINGS, facets=("kind", "region")))
    assert other.cursor() is None
    assert "settings" in other.health().detail


def test_a_folder_one_may_only_read_still_answers(folder):
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for parent in folder.parents:
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(0o755)
    reader = processes.Process(target=read_as_nobody, args=(folder,))
    reader.start()
    reader.join()
    assert reader.exitcode == 0


def read_as_nobody(folder: Path) -> None:
    """Find, and be refused to write, without any rights to the folder."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    engine = EmbeddedEngine(folder, SETTINGS, patience=0.2)
    assert ask(engine, "fête").total == 2
    for change in (lambda: engine.apply([article("n1", "Un")], []), lambda: engine.rebuild(many(1), 1)):
        with pytest.raises(SearchUnavailable):
            change()
    assert ask(engine, "fête").total == 2
    assert engine.health().last_error


def test_a_full_disk_is_said_and_the_old_index_answers(folder):
    writer = processes.Process(target=write_on_a_full_disk, args=(folder,))
    writer.start()
    writer.join()
    assert writer.exitcode == 0
    engine = EmbeddedEngine(folder, SETTINGS)
    assert (ask(engine, "fête").total, engine.cursor()) == (2, 0)
    engine.apply([article("n1", "Enfin")], [], cursor=5)
    assert engine.cursor() == 5


def write_on_a_full_disk(folder: Path) -> None:
    """No file may grow beyond a few hundred bytes: what a full disk does, without filling one."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    engine = EmbeddedEngine(folder, SETTINGS)
    assert ask(engine, "fête").total == 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    for change in (lambda: engine.apply(many(50), [], cursor=5), lambda: engine.rebuild(many(50), 6)):
        with pytest.raises(SearchUnavailable):
            change()
    assert ask(engine, "fête").total == 2


def test_a_panic_of_the_engine_is_unavailable_and_harms_nobody_else(folder):
    engine = EmbeddedEngine(folder, SETTINGS)
    snapshot = engine.snapshots.newest()
    engine.matcher.counts([Everything()])
    with pytest.raises(SearchUnavailable, match="panic"):
        panic(engine, snapshot)
    assert ask(engine, "fête").total == 2


def panic(engine: EmbeddedEngine, snapshot) -> None:
    """A limit of nothing makes the package panic; the plan never asks for it."""
    from search.engines.embedded.native import guarding

    with guarding():
        snapshot.searcher.search(Query.all_query(), 0)


def test_sixty_changes_do_not_leave_sixty_segments(folder):
    engine = EmbeddedEngine(folder, SETTINGS)
    for number in range(60):
        engine.apply(many(1, number), [])
    assert engine.snapshots.newest().searcher.num_segments < 20
