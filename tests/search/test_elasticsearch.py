"""The Elasticsearch engine keeps the contract, on a real server."""

import subprocess
import sys
import uuid

import pytest

from search.engines.elastic.client import Transport
from search.engines.elastic.engine import ElasticEngine
from tests.search.contract import CountingContract, Make, ReadingContract, RelevanceContract, WritingContract
from tests.search.contract_versions import VersionsContract
from tests.search.contract_words import WordsContract
from tests.search.samples import SETTINGS, library

PATIENCE = 30.0  # seconds: these tests share a busy machine; the fault tests keep the real second


@pytest.fixture(scope="module")
def make(elasticsearch_url):
    """A new engine behind an alias of its own; the indexes are removed afterwards."""
    made: list[ElasticEngine] = []

    def new() -> ElasticEngine:
        made.append(ElasticEngine(elasticsearch_url, f"contract-{uuid.uuid4().hex[:10]}", SETTINGS, PATIENCE))
        return made[-1]

    yield new
    for engine in made:
        remove(elasticsearch_url, engine.alias)
        engine.close()


def remove(url: str, alias: str) -> None:
    """Every index of an alias."""
    transport = Transport(url)
    names = transport.writing.indices.get(index=f"{alias}-*").body
    if names:
        transport.writing.indices.delete(index=",".join(names))
    transport.close()


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
def test_three_thousand_hostile_strings_do_not_kill_the_process(make: Make, elasticsearch_url):
    engine = make()
    engine.rebuild(library(), cursor=1)
    where = f"{elasticsearch_url}#{engine.alias}"
    run = subprocess.run(
        [sys.executable, "-m", "tests.search.hostile", "elasticsearch", where],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.startswith("3000 questions")
