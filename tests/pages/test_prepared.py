"""SQL written once: the same rows as ever, for other keys, other languages and none."""

from unittest import mock

import pytest

from languages import registry
from pages import prepared
from pages.together import columns, fetch_together
from programmes.models import ProgrammePage, Region
from tests.factories import make_programme, make_region

pytestmark = pytest.mark.django_db


def parts(programme, regions):
    """A number and a collection; a column that differs by language."""
    found = ProgrammePage.objects.published().filter(pk=programme)
    return {
        "programme": (found, {"key": "pk", "title": registry.field("title")}),
        "regions": (Region.objects.filter(pk__in=regions), {"order": "slug"} | columns(Region, "id", "name")),
    }


@pytest.fixture(autouse=True)
def nothing_written():
    """No query is known before a test."""
    prepared._written.clear()


def test_the_rows_are_those_of_the_query_written_anew_for_any_number_of_keys():
    programmes, regions = [make_programme(), make_programme()], [make_region() for _number in range(5)]
    for programme in programmes:
        for number in range(6):
            keys = {"programme": programme.pk, "regions": {region.pk for region in regions[:number]}}
            assert prepared.fetch_prepared("test", parts, **keys) == fetch_together(**parts(**keys)), number


def test_each_language_has_its_own_query():
    page = make_programme()
    titles = []
    for code in registry.codes():
        with registry.active(code):
            rows = prepared.fetch_prepared("test", parts, programme=page.pk, regions=[make_region().pk])
        titles += [row["title"] for row in rows["programme"]]
    assert titles == [getattr(page, registry.field("title", code)) for code in registry.codes()]


def test_a_query_is_written_once():
    page, regions = make_programme(), [make_region(), make_region()]
    prepared.fetch_prepared("test", parts, programme=page.pk, regions=[regions[0].pk])
    written = mock.Mock(side_effect=AssertionError)
    rows = prepared.fetch_prepared("test", written, programme=page.pk, regions=[regions[1].pk])
    assert [row["id"] for row in rows["regions"]] == [regions[1].pk]


def test_the_memory_for_queries_is_bounded():
    page = make_programme()
    with mock.patch.object(prepared, "MOST", 3):
        for number in range(9):
            prepared.fetch_prepared(f"test {number}", parts, programme=page.pk, regions=[1])
    assert len(prepared._written) == 3
