"""What the tests of search share."""

from collections.abc import Iterator

import pytest

from search import drain, running


@pytest.fixture
def own_index(tmp_path, settings) -> Iterator[None]:
    """An index of the test's own, with what is published before it begins."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    running.forget()
    drain.drain()
    yield
    running.forget()
