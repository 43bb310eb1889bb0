"""When a programme runs and ended: said as exactly as it is known, as each language says it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from languages import registry
from programmes.models import ProgrammePage
from tests.factories import make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_a_period_is_told_with_the_precision_it_has():
    programme = make_programme(start=date(2005, 1, 1), start_precision="year")
    ended = make_programme(
        start=date(2016, 1, 1), start_precision="year", end=date(2019, 1, 1), end_precision="year", status="closed"
    )
    planned = make_programme(start=date(2030, 3, 1), start_precision="month", status="planned")
    with registry.active("en"):
        assert programme.period == "since 2005"
        assert ended.period == "2016 to 2019"
        assert planned.period == "from March 2030 on"
        assert make_programme().period == ""


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        ("year", "day", "de 2019 au 16 décembre 2022", "from 2019 to 16 December 2022"),
        ("day", "day", "du 4 avril 2019 au 16 décembre 2022", "from 4 April 2019 to 16 December 2022"),
        ("month", "month", "d’avril 2019 à décembre 2022", "from April 2019 to December 2022"),
        ("month", "year", "d’avril 2019 à 2022", "from April 2019 to 2022"),
        ("year", "year", "2019 à 2022", "2019 to 2022"),
        ("day", None, "depuis le 4 avril 2019", "since 4 April 2019"),
        (None, "day", "jusqu’au 16 décembre 2022", "until 16 December 2022"),
        (None, "year", "jusqu’en 2022", "until 2022"),
    ],
)
def test_a_period_is_said_as_its_language_says_it(start, end, french, english):
    programme = ProgrammePage(
        start=start and date(2019, 4, 4), start_precision=start or "day",
        end=end and date(2022, 12, 16), end_precision=end or "day",
    )  # fmt: skip
    with registry.active("fr"):
        assert programme.period == french
    with registry.active("en"):
        assert programme.period == english


@pytest.mark.parametrize(
    ("precision", "french", "english"),
    [("day", "le 16 décembre 2022", "on 16 December 2022"), ("year", "en 2022", "in 2022")],
)
def test_the_notice_of_a_closed_programme_says_when_it_ended_as_exactly_as_known(precision, french, english):
    programme = ProgrammePage(title_fr="x", title_en="x", status="closed", end=date(2022, 12, 16))
    programme.end_precision = precision
    with registry.active("fr"):
        assert programme.closed_notice["date"] == french
    with registry.active("en"):
        assert programme.closed_notice["date"] == english


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"status": "closed"}, "end"),
        ({"start": date(2020, 1, 1), "end": date(2019, 1, 1)}, "end"),
    ],
)
def test_a_period_that_contradicts_itself_is_refused(fields, column):
    page = make_programme()
    for name, value in fields.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert column in error.value.message_dict
