"""Elasticsearch stopped, slow, refusing, without its index or with an old one: readers get answers all the same."""

import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from search.engines.base import SearchQuery, SearchUnavailable
from search.engines.elastic.engine import ElasticEngine
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.fallback import Breaker, FallbackEngine
from tests.search.contract import ask, pages
from tests.search.samples import SETTINGS, article, library
from tests.search.test_elasticsearch import PATIENCE, remove

PAUSE = 30.0  # seconds


class Proxy:
    """A small TCP proxy before the server that can wait or hang up."""

    def __init__(self, url: str) -> None:
        host, _, port = url.rpartition("//")[2].partition(":")
        self.target = (host, int(port.strip("/")))
        self.delay = 0.0
        self.is_down = False
        self.stops_at_the_answer = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, socket.create_connection(self.target) as server:
            threading.Thread(target=self._pump, args=(server, client, True), daemon=True).start()
            self._pump(client, server, False)

    def _pump(self, source: socket.socket, sink: socket.socket, answers: bool) -> None:
        try:
            while data := source.recv(65_536):
                time.sleep(self.delay)
                self.is_down = self.is_down or (answers and self.stops_at_the_answer)
                if self.is_down:
                    break
                sink.sendall(data)
        except OSError:
            pass
        for one in (source, sink):
            one.close()

    def close(self) -> None:
        """Stop accepting."""
        self._listener.close()


@pytest.fixture
def proxy(elasticsearch_url) -> Iterator[Proxy]:
    made = Proxy(elasticsearch_url)
    yield made
    made.close()


@pytest.fixture
def alias(elasticsearch_url) -> Iterator[str]:
    """A name of one's own; what was made under it is removed."""
    name = f"faults-{uuid.uuid4().hex[:10]}"
    yield name
    remove(elasticsearch_url, name)


@pytest.fixture
def direct(elasticsearch_url, alias) -> ElasticEngine:
    """The engine without the proxy, filled."""
    engine = ElasticEngine(elasticsearch_url, alias, SETTINGS, PATIENCE)
    engine.rebuild(library(), cursor=1)
    return engine


@pytest.fixture
def clock() -> list[float]:
    """The seconds of the breaker's clock; however slow the machine, it goes on when a test says so."""
    return [0.0]


@pytest.fixture
def pair(proxy, alias, direct, tmp_path, clock) -> FallbackEngine:
    """Elasticsearch through the proxy, the embedded engine warm beside it."""
    embedded = EmbeddedEngine(tmp_path, SETTINGS)
    embedded.rebuild(library(), cursor=1)
    elastic = ElasticEngine(proxy.url, alias, SETTINGS, PATIENCE)
    return FallbackEngine(elastic, embedded, Breaker(3, PAUSE, lambda: clock[0]))


def test_a_server_that_stops_in_the_middle_of_a_search_is_not_noticed_by_readers(pair, proxy):
    first = ask(pair, "réintégration")
    assert (first.engine, first.degraded) == ("elasticsearch", False)
    proxy.stops_at_the_answer = True
    second = ask(pair, "réintégration")
    assert proxy.is_down
    assert (second.engine, second.degraded) == ("embedded", True)
    assert pages(second) == pages(first)
    assert "embedded" in pair.health().detail or pair.health().last_error


def test_it_answers_again_when_the_server_is_back(pair, proxy, clock):
    proxy.is_down = True
    for _ in range(3):
        assert ask(pair, "fête").degraded
    assert pair.breaker.is_open
    proxy.is_down = False
    clock[0] = PAUSE - 0.1
    assert ask(pair, "fête").degraded
    clock[0] = PAUSE
    assert not ask(pair, "fête").degraded
    assert not pair.breaker.is_open


def test_a_slow_server_is_given_one_second(proxy, alias, direct):
    proxy.delay = 5.0
    engine = ElasticEngine(proxy.url, alias, SETTINGS)
    started = time.monotonic()
    with pytest.raises(SearchUnavailable):
        engine.search(SearchQuery("réintégration", "fr"))
    assert time.monotonic() - started < 4.0


def test_a_server_that_stops_in_the_middle_of_a_publish_loses_nothing(pair, proxy, direct):
    elastic, embedded = pair.members
    proxy.is_down = True
    with pytest.raises(SearchUnavailable):
        elastic.apply([article("n1", "Nouveauté")], [], cursor=2)
    embedded.apply([article("n1", "Nouveauté")], [], cursor=2)
    assert pages(ask(pair, "nouveauté")) == ["n1"]
    proxy.is_down = False
    assert elastic.cursor() == 1
    elastic.apply([article("n1", "Nouveauté")], [], cursor=2)
    assert (elastic.cursor(), pages(ask(direct, "nouveauté"))) == (2, ["n1"])


def test_a_change_to_both_is_made_where_it_can_be_and_the_failure_is_told(pair, proxy):
    proxy.is_down = True
    with pytest.raises(SearchUnavailable):
        pair.apply([article("n1", "Nouveauté")], [], cursor=2)
    assert pair.secondary.cursor() == 2
    assert pages(ask(pair, "nouveauté")) == ["n1"]


def test_an_index_that_refuses_writes_is_told_and_still_answers(direct):
    settings = direct.transport.writing.indices
    settings.put_settings(index=direct.alias, body={"index.blocks.write": True})
    with pytest.raises(SearchUnavailable):
        direct.apply([article("n1", "Refusée")], [], cursor=9)
    assert direct.cursor() == 1
    assert ask(direct, "fête").total == 2
    settings.put_settings(index=direct.alias, body={"index.blocks.write": False})
    direct.apply([article("n1", "Acceptée")], [], cursor=9)
    assert (direct.cursor(), pages(ask(direct, "acceptée"))) == (9, ["n1"])


def test_a_deleted_index_means_build(direct, elasticsearch_url):
    remove(elasticsearch_url, direct.alias)
    with pytest.raises(SearchUnavailable):
        ask(direct, "fête")
    assert direct.cursor() is None
    with pytest.raises(SearchUnavailable):
        direct.apply([article("n1", "Un")], [], cursor=2)
    direct.rebuild(library(), cursor=3)
    assert (ask(direct, "fête").total, direct.cursor()) == (2, 3)


def test_a_mapping_of_an_older_version_means_build_and_is_not_searched(direct):
    direct.transport.writing.indices.put_mapping(index=direct.alias, body={"_meta": {"fingerprint": "older"}})
    engine = ElasticEngine(direct.transport.url, direct.alias, SETTINGS, PATIENCE)
    assert engine.cursor() is None
    with pytest.raises(SearchUnavailable, match="mapping"):
        ask(engine, "fête")
    with pytest.raises(SearchUnavailable):
        engine.apply([article("n1", "Un")], [], cursor=2)
    engine.rebuild(library(), cursor=3)
    assert (ask(engine, "fête").total, engine.cursor()) == (2, 3)


def test_two_writers_at_once_lose_nothing(direct, elasticsearch_url):
    other = ElasticEngine(elasticsearch_url, direct.alias, SETTINGS, PATIENCE)
    errors: list[Exception] = []

    def publish(engine: ElasticEngine, language: str) -> None:
        try:
            for number in range(8):
                engine.apply([article("shared", f"Titre {number}", language=language)], [], cursor=number)
        except SearchUnavailable as error:
            errors.append(error)

    with running(lambda: publish(other, "en")):
        publish(direct, "fr")
    assert errors == []
    assert {key for key, _ in direct.keys()} >= {"shared/fr", "shared/en"}


@contextmanager
def running(work) -> Iterator[None]:
    """Do something beside the body."""
    thread = threading.Thread(target=work)
    thread.start()
    yield
    thread.join()


def test_indexes_that_are_not_ours_are_left_alone(direct):
    stranger = f"{direct.alias}x-other"
    direct.transport.writing.indices.create(index=stranger)
    try:
        direct.rebuild(library(), cursor=2)
        assert direct.transport.writing.indices.exists(index=stranger)
    finally:
        direct.transport.writing.indices.delete(index=stranger)
