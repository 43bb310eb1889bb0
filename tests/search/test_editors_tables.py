"""The editors' tables of search: asked for once while nothing changes, and followed by the very next question."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from search.models import PromotedPage, PromotedResult, SynonymGroup
from tests.factories import make_news

pytestmark = pytest.mark.django_db
TABLES = ("search_synonymgroup", "search_promotedpage")


@pytest.fixture(autouse=True)
def _remembering(settings):
    settings.PAGE_CACHE = True


def asked_tables(client, text):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get("/fr/recherche/", {"q": text}).status_code == 200
    return [query["sql"] for query in captured if any(table in query["sql"] for table in TABLES)]


def test_the_tables_are_asked_for_once_while_nothing_changes(client):
    make_news(title="Retour au pays")
    assert len(asked_tables(client, "retour")) == len(TABLES)
    assert asked_tables(client, "pays") == []


def test_every_change_of_the_tables_counts_at_the_next_question(client):
    page = make_news(title="Retour au pays")
    asked_tables(client, "retour")
    group = SynonymGroup.objects.create(expressions="xyzq\nretour")
    assert asked_tables(client, "retour")
    promoted = PromotedResult.objects.create(queries="retour")
    shown = PromotedPage.objects.create(promoted=promoted, page=page.basepage_ptr)
    assert asked_tables(client, "retour")
    SynonymGroup.objects.filter(pk=group.pk).update(expressions="xyzq\nvoyage")
    assert asked_tables(client, "retour")
    shown.delete()
    assert asked_tables(client, "retour")
