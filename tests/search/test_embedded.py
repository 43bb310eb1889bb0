"""The embedded engine keeps the contract."""

import itertools
import subprocess
import sys

import pytest

from search.engines.embedded.engine import EmbeddedEngine
from tests.search.contract import CountingContract, Make, ReadingContract, RelevanceContract, WritingContract
from tests.search.contract_versions import VersionsContract
from tests.search.contract_words import WordsContract
from tests.search.samples import SETTINGS, library


@pytest.fixture(scope="module")
def make(tmp_path_factory) -> Make:
    """A new engine in a folder of its own."""
    return lambda: EmbeddedEngine(tmp_path_factory.mktemp("index") / "search", SETTINGS)


class TestReading(ReadingContract):
    """Questions."""


class TestVersions(VersionsContract):
    """Languages of what is shown."""


class TestWords(WordsContract):
    """Typing errors, choices and marks."""


class TestCounting(CountingContract):
    """Facets."""


class TestWriting(WritingContract):
    """Changes."""


class TestRelevance(RelevanceContract):
    """Judged queries."""


@pytest.mark.timeout(1500)
def test_three_thousand_hostile_strings_do_not_kill_the_process(tmp_path):
    EmbeddedEngine(tmp_path, SETTINGS).rebuild(library(), cursor=1)
    run = subprocess.run(
        [sys.executable, "-m", "tests.search.hostile", "embedded", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith("3000 questions")


def test_two_engines_in_one_process_see_each_others_changes(tmp_path):
    first, second = (EmbeddedEngine(tmp_path, SETTINGS) for _ in range(2))
    first.rebuild(library(), cursor=1)
    assert second.cursor() == 1
    for number, (writer, reader) in zip(range(2, 8), itertools.cycle([(first, second), (second, first)]), strict=False):
        writer.apply([], [], cursor=number)
        assert reader.cursor() == number
