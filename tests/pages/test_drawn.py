"""Components drawn once: the same values give the same piece, any other value a piece of its own."""

import pytest
from django.db import connection
from django.template import Context, engines
from django.utils.safestring import mark_safe

from contacts.desk import Desk
from home.models import StandardPage
from languages import registry
from mission_site import page_cache
from pages import changes, drawn
from tests.factories import make_home, make_news

TAG = "components/tag.html"


@pytest.fixture(autouse=True)
def nothing_drawn():
    """No piece is kept before a test."""
    drawn.clear()
    page_cache.clear()


def draw(**values):
    """Draw a small component."""
    context = Context()
    context.template = engines["django"].from_string("").template
    return drawn.draw(context, TAG, values)


def test_the_same_values_are_drawn_once():
    assert draw(text="closed") == draw(text="closed")
    assert len(drawn._pieces) == 1


def test_a_text_marked_safe_is_not_taken_for_one_that_is_not():
    assert "<b>" in draw(text=mark_safe("<b>"))
    assert "&lt;b&gt;" in draw(text="<b>")


def test_true_is_not_taken_for_one_nor_a_day_for_its_text():
    assert len({drawn.key_of(value) for value in (True, 1, 1.0, "1")}) == 4


def test_each_language_has_its_own_piece():
    for code in registry.codes():
        with registry.active(code):
            draw(text="closed")
    assert len(drawn._pieces) == len(registry.codes())


def test_a_desk_that_opens_is_drawn_anew():
    assert drawn.key_of(Desk(is_open=True)) != drawn.key_of(Desk(is_open=False))


@pytest.mark.django_db
def test_a_stored_object_is_drawn_anew_when_the_content_changes_and_kept_by_nobody_without_its_state():
    page = StandardPage(pk=1)
    with pytest.raises(drawn.Unknown):
        drawn.key_of(page)
    keys = set()
    for token in ((1,), (2,)):
        before = changes.answering_from(token)
        keys.add(drawn.key_of(page))
        changes.done(before)
    assert len(keys) == 2


def test_the_memory_for_pieces_is_bounded(monkeypatch):
    monkeypatch.setattr(drawn, "MOST", 3)
    for number in range(9):
        draw(text=str(number))
    assert len(drawn._pieces) == 3


@pytest.mark.django_db
def test_the_first_answer_after_a_change_takes_fifteen_queries_at_most(client, settings, django_assert_max_num_queries):
    settings.PAGE_CACHE = True
    make_home()
    page = make_news()
    for address in (page.url, page.get_parent().url, "/fr/"):
        changes.note()
        page_cache.clear()
        with django_assert_max_num_queries(15, connection=connection):
            assert client.get(address).status_code == 200
