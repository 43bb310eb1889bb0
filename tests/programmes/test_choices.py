"""The first choice of every filter says what it is all of: one word for all of them would be wrong for some."""

import re

import pytest

from contacts.models import ContactIndexPage
from news.models import NewsIndexPage
from tests.factories import make_contact, make_index, make_news

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [ContactIndexPage, NewsIndexPage])
def test_the_first_choices_of_the_filters_are_all_different(client, model):
    make_news()
    make_contact()
    body = client.get(make_index(model).url_in("en")).content.decode()
    first = re.findall(r'<option value="" selected>([^<]+)<', body)
    assert len(first) >= 5
    assert len(set(first)) == len(first)
    assert "All" not in first
