"""Key figures that are drawn as a chart."""

import pytest
from django.template.loader import render_to_string

from languages import registry
from programmes.charts import charts, stand_alone
from programmes.models import ProgrammeFigure

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def test_figures_of_a_chart_are_drawn_together_and_the_others_stand_alone():
    figures = [
        ProgrammeFigure(number=1508, label_fr="retours", series_fr="Retours", period_fr="2018"),
        ProgrammeFigure(number=2377, label_fr="retours", series_fr="Retours", period_fr="2021", source_fr="Mission"),
        ProgrammeFigure(number=7, label_fr="régions"),
    ]
    with registry.active("fr"):
        (chart,) = charts(figures)
        (alone,) = stand_alone(figures)
    assert [(row["label"], row["value"], row["is_latest"]) for row in chart["rows"]] == [
        ("2018", 1508.0, False),
        ("2021", 2377.0, True),
    ]
    assert chart["rows"][1]["display"] == "2\u202f377"
    assert alone["what"] == "régions"


def chart_of(*labels):
    rows = [
        ProgrammeFigure(number=9 - at, label_en="x", series_en="X", period_en=label) for at, label in enumerate(labels)
    ]
    with registry.active("en"):
        return charts(rows)[0]["rows"]


def test_only_the_last_of_a_series_of_years_is_the_latest():
    assert [row["is_latest"] for row in chart_of("2019", "March 2020", "2020–2021")] == [False, False, True]
    assert not any(row["is_latest"] for row in chart_of("Guinea", "Senegal"))


def test_a_part_of_the_bar_above_is_drawn_as_one():
    rows = chart_of("Africa", "of which Guinea", "Including Mali", "Includinga")
    assert [row["is_part"] for row in rows] == [False, True, True, False]
    drawn = render_to_string("components/chart.html", {"rows": rows, "title": "X"})
    assert drawn.count('<rect class="part"') == 2 and drawn.count('dx="1rem"') == 2
