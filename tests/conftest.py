"""What every test may use: real servers and tools, compiled messages, and a word about what is missing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from tools.compile_messages import compile_catalogues

pytest_plugins = ["tests.servers.fixtures", "tests.servers.reporting"]

# Playwright keeps an event loop in the test's thread; Django would take it for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure() -> None:
    """Compile the message catalogues, so that tests see the French that is in the tree."""
    compile_catalogues(Path(__file__).resolve().parent.parent / "locale")
    # WhiteNoise complains of a folder that `make run` would have filled.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _the_default_language() -> Iterator[None]:
    """Leave no test the language that a request of an earlier one made active in the thread."""
    translation.deactivate()
    yield
    translation.deactivate()
