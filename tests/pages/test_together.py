"""Objects made of rows without their constructor: what the ORM makes of the same rows, for every page type."""

import pytest
from wagtail.models import get_page_models

from pages.models import BasePage
from pages.prepared import objects_prepared
from tests.pages.page_types import Site

pytestmark = pytest.mark.django_db


def told(page):
    """Return everything an object holds, its state too."""
    values = dict(vars(page))
    state = values.pop("_state")
    return values | {"adding": state.adding, "database": state.db}


def test_a_page_of_a_list_is_what_the_database_layer_makes_of_its_row():
    site = Site()
    assert set(site.pages) == set(get_page_models()) - {BasePage}
    for model, page in site.pages.items():
        (made,) = objects_prepared(f"test {model}", lambda key, m=model: m.objects.filter(pk=key), key=page.pk)
        ours, theirs = told(made), told(model.objects.get(pk=page.pk))
        assert ours.keys() == theirs.keys(), model
        assert {name for name in ours if ours[name] != theirs[name]} == set(), model


def test_a_column_that_was_not_fetched_is_fetched_when_it_is_asked_for(django_assert_num_queries):
    site = Site()
    (page,) = objects_prepared(
        "test of titles", lambda key: BasePage.objects.filter(pk=key).only("slug"), key=site.news.pk
    )
    with django_assert_num_queries(1):
        shown = page.title
    assert shown == BasePage.objects.get(pk=page.pk).title
