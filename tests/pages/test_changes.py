"""The counter of changes: a write outside a transaction is counted too, and goes through."""

import pytest
from django.db import connection

from library.models import SitePicture
from pages import changes
from programmes.regions import Region
from tests.factories import make_picture, make_region


@pytest.fixture(autouse=True)
def _counting(settings):
    settings.PAGE_CACHE = True


@pytest.mark.every_database
@pytest.mark.django_db(transaction=True)
def test_a_write_outside_a_transaction_goes_through_and_counts():
    before = changes.state()
    picture = make_picture()
    after = changes.state()
    assert SitePicture.objects.get() == picture
    assert after != before
    region = make_region()
    assert changes.state() != after
    after = changes.state()
    assert not connection.in_atomic_block
    Region.objects.filter(pk=region.pk).update(name_fr="Autre nom")
    assert changes.state() != after


def answering(token, memory, names, asked):
    """Ask a memory for things while readers are answered from some content."""

    def make(missing):
        asked.append(list(missing))
        return {name: object() for name in missing if name != "nothing"}

    before = changes.answering_from(token)
    try:
        return memory.several(names, make)
    finally:
        changes.done(before)


def test_a_memory_asks_only_for_what_it_does_not_know_and_forgets_all_when_the_content_changes():
    memory, asked = changes.Memory(10), []
    first = answering((1,), memory, ["a", "b"], asked)
    assert answering((1,), memory, ["b", "c", "nothing"], asked)["b"] is first["b"]
    assert answering((2,), memory, ["b"], asked)["b"] is not first["b"]
    assert asked == [["a", "b"], ["c", "nothing"], ["b"]]


def test_a_memory_keeps_nothing_for_who_is_not_a_reader():
    memory, asked = changes.Memory(10), []
    assert answering(None, memory, ["a"], asked)["a"] is not answering(None, memory, ["a"], asked)["a"]


def test_a_memory_is_bounded():
    memory, asked = changes.Memory(10), []
    for number in range(50):
        answering((1,), memory, [number], asked)
    assert len(memory._kept) <= 11
