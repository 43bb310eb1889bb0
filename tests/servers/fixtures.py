"""Fixtures for real servers and tools, one for the whole run of a process; a missing part is told, never mocked."""

from collections.abc import Iterator

import pytest

from tests.servers.chromium import chromium_arguments, chromium_path
from tests.servers.elasticsearch import ElasticsearchServer, disposable_elasticsearch, elasticsearch_address
from tests.servers.npm_tools import NpmTools
from tests.servers.npm_tools import npm_tools as install_npm_tools
from tests.servers.postgresql import PostgresqlServer, disposable_postgresql, postgresql_address
from tests.servers.site import Site, demo_site_running
from tests.servers.smtp import Mailbox, mail_server


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """Address of a real Elasticsearch that all tests share: use index names of your own."""
    with elasticsearch_address() as url:
        yield url


@pytest.fixture(scope="session")
def own_elasticsearch() -> Iterator[ElasticsearchServer]:
    """A server that tests may stop, start and break; leave it running and in order."""
    with disposable_elasticsearch() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Address of a real PostgreSQL (its database `postgres`) where databases may be created."""
    with postgresql_address() as url:
        yield url


@pytest.fixture(scope="session")
def own_postgresql() -> Iterator[PostgresqlServer]:
    """A cluster that tests may stop, start and break; leave it running and in order."""
    with disposable_postgresql() as server:
        yield server


@pytest.fixture(scope="session")
def npm_tools() -> NpmTools:
    """The checkers that come by npm, and how to run them."""
    return install_npm_tools()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How pytest-playwright starts the browser: the machine's Chromium, no download of its own."""
    return {"executable_path": chromium_path(), "args": chromium_arguments()}


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    """A real mail server that Django sends to for this test; `mailbox.messages` holds what arrived."""
    with mail_server() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        yield box


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory) -> Iterator[Site]:
    """The whole site as `make run` serves it (granian, worker, demo content), in a folder of its own."""
    with demo_site_running(tmp_path_factory.mktemp("site")) as site:
        yield site
