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
