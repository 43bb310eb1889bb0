"""Days are typed day first, and a text that is no day is refused instead of replaced."""

import datetime

import pytest

from languages.editing.day_inputs import DayInput, MomentInput
from news.models import NewsPage
from pages.blocks.figures import FigureBlock


@pytest.fixture
def fields():
    """The fields of the editor of a news page."""
    return NewsPage.get_edit_handler().get_form_class().base_fields


@pytest.mark.parametrize("typed", ["05/03/2026", "5/3/2026", "05.03.2026", "05-03-2026", "2026-03-05"])
def test_a_day_is_read_day_first_in_both_languages(fields, typed, settings):
    for language in ("fr", "en"):
        settings.LANGUAGE_CODE = language
        assert fields["date"].clean(typed) == datetime.date(2026, 3, 5)


@pytest.mark.parametrize("typed", ["12/13/2026", "31/02/2026", "demain"])
def test_what_is_no_day_is_refused_with_the_way_to_write_it(fields, typed):
    with pytest.raises(Exception, match="05/03/2026"):
        fields["date"].clean(typed)


def test_the_picker_leaves_a_text_it_cannot_read(fields):
    figure = FigureBlock().child_blocks["as_of"].field
    for field in (fields["date"], fields["date_end"], figure):
        assert isinstance(field.widget, DayInput)
    assert isinstance(fields["go_live_at"].widget, MomentInput)
    for field in (fields["date"], fields["go_live_at"], figure):
        assert field.widget.get_config()["validateOnBlur"] is False


def test_an_hour_is_read_with_its_day(fields):
    assert fields["go_live_at"].clean("05/03/2026 09:30").replace(tzinfo=None) == datetime.datetime(2026, 3, 5, 9, 30)
