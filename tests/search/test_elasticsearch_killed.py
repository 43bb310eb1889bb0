"""A real Elasticsearch is killed while it searches and while it is written to, and comes back with its data."""

import os
import signal
import threading
import time
from contextlib import suppress

import pytest

from search.engines.base import SearchResult, SearchUnavailable
from search.engines.elastic.engine import ElasticEngine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.fallback import Breaker, FallbackEngine
from tests.search.contract import ask, pages
from tests.search.samples import SETTINGS, article, library
from tests.search.test_elasticsearch import PATIENCE

BEFORE = 5  # changes that the server has taken when it is killed
LONG = 300  # seconds for a loaded machine


def cursor_once_it_is_there(engine: ElasticEngine) -> int | None:
    """The cursor, as soon as the server that came back has opened its index."""
    deadline = time.monotonic() + LONG
    while True:
        try:
            return engine.cursor()
        except SearchUnavailable:
            assert time.monotonic() < deadline
            time.sleep(0.5)


class Traffic:
    """Publishes until the server refuses, and searches beside it until told to stop."""

    def __init__(self, pair: FallbackEngine) -> None:
        self.pair = pair
        self.taken: list[int] = []
        self.answers: list[SearchResult] = []
        self.is_under_way, self.is_over, self.has_stand_in = threading.Event(), threading.Event(), threading.Event()
        self.threads = [threading.Thread(target=work) for work in (self.publish, self.search)]
        for thread in self.threads:
            thread.start()

    def publish(self) -> None:
        """One change after the other, each confirmed by the server."""
        with suppress(SearchUnavailable):
            for number in range(2, 10_000):
                self.pair.primary.apply([article(f"n{number}", f"Dépêche{number}")], [], cursor=number)
                self.taken.append(number)
                if len(self.taken) == BEFORE:
                    self.is_under_way.set()
        self.is_under_way.set()

    def search(self) -> None:
        """The same question again and again."""
        while not self.is_over.is_set():
            self.answers.append(ask(self.pair, "réintégration"))
            if self.answers[-1].degraded:
                self.has_stand_in.set()

    def end(self) -> None:
        """Wait for the stand-in's first answer, then stop."""
        assert self.has_stand_in.wait(LONG)
        self.is_over.set()
        for thread in self.threads:
            thread.join(LONG)


@pytest.mark.timeout(900)
def test_a_server_killed_while_searching_and_publishing_costs_no_answer_and_no_change(own_elasticsearch, tmp_path):
    """One start serves both promises: it is the slow part."""
    elastic = ElasticEngine(own_elasticsearch.url, "killed", SETTINGS, PATIENCE)
    pair = FallbackEngine(elastic, EmbeddedEngine(tmp_path, SETTINGS), Breaker(3, 1.5))
    for member in pair.members:
        member.rebuild(library(), cursor=1)
    first = ask(pair, "réintégration")
    assert not first.degraded
    traffic = Traffic(pair)
    assert traffic.is_under_way.wait(LONG)
    os.killpg(own_elasticsearch.process.pid, signal.SIGKILL)
    traffic.end()
    assert len(traffic.taken) >= BEFORE
    assert {tuple(pages(answer)) for answer in traffic.answers} == {tuple(pages(first))}
    own_elasticsearch.stop()
    own_elasticsearch.start()
    last = traffic.taken[-1]
    position = cursor_once_it_is_there(elastic)
    assert position in (last, last + 1), "what it said it took, it kept; one more may have been taken and not said"
    assert pages(ask(elastic, f"Dépêche{last}", correct=False)) == [f"n{last}"]
    elastic.apply([article("after", "Reprise")], [], cursor=position + 1)
    assert pages(ask(elastic, "reprise")) == ["after"]
