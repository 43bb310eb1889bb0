"""The circuit breaker: when it opens, when it lets one try, when it closes."""

import pytest

from search.engines.base import SearchQuery, SearchUnavailable
from search.engines.building import build
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.fallback import Breaker, FallbackEngine
from tests.search.samples import SETTINGS, library


class Clock:
    """A time one can set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock) -> Breaker:
    return Breaker(failures=3, pause=30.0, clock=clock)


def test_it_opens_after_three_failures_in_a_row(breaker):
    for _ in range(2):
        breaker.failed()
    breaker.succeeded()
    for _ in range(2):
        breaker.failed()
    assert breaker.admits()
    breaker.failed()
    assert not breaker.admits()
    assert breaker.is_open


def test_after_the_pause_one_question_may_try(breaker, clock):
    for _ in range(3):
        breaker.failed()
    clock.now = 29.9
    assert not breaker.admits()
    clock.now = 30.1
    assert breaker.admits()
    assert not breaker.admits()
    breaker.succeeded()
    assert breaker.admits()


def test_a_failed_try_opens_it_again(breaker, clock):
    for _ in range(3):
        breaker.failed()
    clock.now = 31.0
    assert breaker.admits()
    breaker.failed()
    clock.now = 60.0
    assert not breaker.admits()
    clock.now = 61.5
    assert breaker.admits()


def test_when_both_fail_it_is_unavailable(tmp_path):
    engine = FallbackEngine(EmbeddedEngine(tmp_path / "a", SETTINGS), EmbeddedEngine(tmp_path / "b", SETTINGS))
    with pytest.raises(SearchUnavailable):
        engine.search(SearchQuery("x", "fr"))
    assert engine.cursor() is None


def test_an_address_where_nobody_answers_is_answered_by_the_embedded_engine(tmp_path):
    engine = build(SETTINGS, "elasticsearch", tmp_path, "http://127.0.0.1:9")
    engine.members[1].rebuild(library(), cursor=1)
    result = engine.search(SearchQuery("réintégration", "fr"))
    assert (result.hits[0].page, result.engine, result.degraded) == ("p1", "embedded", True)
    assert not engine.health().is_ready


def test_the_engine_is_chosen_by_name(tmp_path):
    assert build(SETTINGS, "embedded", tmp_path).name == "embedded"
    with pytest.raises(ValueError, match="address"):
        build(SETTINGS, "elasticsearch", tmp_path)
