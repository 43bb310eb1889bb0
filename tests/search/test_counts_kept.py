"""The embedded engine counts a question once while the index stays as it is, and anew after any change."""

import pytest

from search import drain, running
from search.engines.base import SearchQuery
from search.engines.embedded.counting import Counts
from tests.factories import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


@pytest.fixture
def counted(monkeypatch):
    """The questions that the index was asked to count."""
    asked, ask = [], Counts._by_value
    monkeypatch.setattr(Counts, "_by_value", lambda self, *question: asked.append(question) or ask(self, *question))
    return asked


def test_further_pages_and_another_order_count_nothing_again_and_a_change_counts_anew(counted):
    for number in range(3):
        make_news(title=f"Atelier {number}")
    drain.drain()
    engine = running.engine()

    def found(**options):
        return engine.search(SearchQuery("atelier", "fr", size=2, **options))

    first = found()
    assert first.total == 3 and len(counted) == 1
    assert [found(page=2).facets, found(sort="date").facets] == [first.facets, first.facets]
    assert len(counted) == 1
    make_news(title="Atelier encore")
    drain.drain()
    assert found().total == 4 and len(counted) == 2
