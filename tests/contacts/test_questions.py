"""Journalists’ questions over the demo’s cards and generated namesakes, in the directory and in the main search."""

import pytest

from mission_site.demo import loader
from tests.search.judged import cards
from tests.search.judged.running_site import engine

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_engine() -> None:
    """The engine answers here, unlike in the other tests of this room."""


@pytest.mark.timeout(900)
def test_the_right_card_stands_first_on_both_engines(elasticsearch_url, settings):
    """29 of 30 over the demo; 97 % of two hundred with namesakes. One load of the demo serves all of it."""
    settings.ELASTICSEARCH_URL = elasticsearch_url
    loader.load()
    demo = cards.demo_questions()
    assert len(demo) >= 30
    for name in ("embedded", "elasticsearch"):
        with engine(name):
            assert min(cards.told(name, demo).values()) >= 29 / 30, name
    cards.make_people()
    generated = cards.generated_questions()
    assert len(generated) == 200
    for name in ("embedded", "elasticsearch"):
        with engine(name):
            assert min(cards.told(name, generated).values()) >= 0.97, name
