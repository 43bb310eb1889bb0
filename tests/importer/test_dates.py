"""Dates in every form that old pages write them, and which of them is the dateline."""

import pytest

from importer.legacy import Precision
from importer.legacy.datelines import dateline_of
from importer.legacy.dates import find_dates

from .pages import read


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("Taza, 12-15 avril 2013 - Ce", "2013-04-12", "2013-04-15", Precision.RANGE),
        ("le mardi 9 juin 2015 de 09h00 à 12h00", "2015-06-09", "2015-06-09", Precision.DAY),
        ("Rabat, le 3 mars 2019", "2019-03-03", "2019-03-03", Precision.DAY),
        ("mai 2016", "2016-05-01", "2016-05-31", Precision.MONTH),
        ("le 1er juin 2019", "2019-06-01", "2019-06-01", Precision.DAY),
        ("Rabat, 3 March 2019", "2019-03-03", "2019-03-03", Precision.DAY),
        ("March 3, 2019", "2019-03-03", "2019-03-03", Precision.DAY),
        ("du 30 mai au 2 juin 2016", "2016-05-30", "2016-06-02", Precision.RANGE),
        ("du 28 décembre 2016 au 3 janvier 2017", "2016-12-28", "2017-01-03", Precision.RANGE),
        ("16, 17 et 18 mai 2016", "2016-05-16", "2016-05-18", Precision.RANGE),
        ("from 16 to 19 May 2016", "2016-05-16", "2016-05-19", Precision.RANGE),
        ("May 16-19, 2016", "2016-05-16", "2016-05-19", Precision.RANGE),
        ("the 16th of May 2016", "2016-05-16", "2016-05-16", Precision.DAY),
        ("lundi 4 et mardi 5 mars 2019", "2019-03-04", "2019-03-05", Precision.RANGE),
        ("3 déc. 2016", "2016-12-03", "2016-12-03", Precision.DAY),
        ("3 decembre 2016", "2016-12-03", "2016-12-03", Precision.DAY),
        ("03/04/2019", "2019-04-03", "2019-04-03", Precision.DAY),
        ("2016-05-19", "2016-05-19", "2016-05-19", Precision.DAY),
    ],
)
def test_a_date_is_found_in_any_form(text: str, start: str, end: str, precision: Precision) -> None:
    (found,) = find_dates(text)
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize("text", ["1er juin", "le 2 juin de chaque été", "31 février 2016", "en 2016", "2 377"])
def test_what_is_no_whole_date_is_none(text: str) -> None:
    assert find_dates(text) == []


def test_a_date_in_figures_that_may_be_read_two_ways_is_none_in_english() -> None:
    assert find_dates("03/04/2019", day_first=False) == []
    assert len(find_dates("23/04/2019", day_first=False)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rabat, le 3 mars 2019 – La mission", "Rabat"),
        ("RABAT, 3 March 2019 (IOM) - The mission", "RABAT"),
        ("Al Hoceima, 3 mars 2019 : La mission", "Al Hoceima"),
        ("Rabat/Genève, le 3 mars 2019 - La mission", "Rabat/Genève"),
        ("Rabat (Maroc), le 3 mars 2019 – La mission", "Rabat"),
        ("Fait à Rabat, le 3 mars 2019", "Rabat"),
        ("Publié le 3 mars 2019", None),
        ("Mercredi 3 mars 2019", None),
        ("3 mars 2019 | La mission", None),
    ],
)
def test_a_dateline_gives_its_place(text: str, place: str | None) -> None:
    found = dateline_of(text)
    assert found is not None and found.dateline.place == place and found.dateline.start is not None


@pytest.mark.parametrize(
    "text",
    [
        "Le 3 mars 2019, la mission a ouvert un centre.",
        "En mai 2016 la mission a ouvert un centre.",
        "La mission a ouvert le 3 mars 2019 - un dimanche - un centre.",
        "Depuis 2011, trois écoles ont ouvert",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(text: str) -> None:
    assert dateline_of(text) is None


def test_an_event_has_the_one_date_that_its_text_states() -> None:
    page = read(
        "Atelier de lecture à Taza\n\nLa ville organise un atelier, le samedi 6 avril 2019 à 15h00, à la maison.\n"
    )
    assert str(page.dateline.start) == "2019-04-06" and not page.queued


def test_an_event_with_two_dates_in_its_text_is_asked_for_its_own() -> None:
    text = "Atelier de lecture à Taza\n\nUn atelier se tiendra le 6 avril 2019. Un atelier a eu lieu le 2 mai 2018.\n"
    assert "date_missing" in read(text).queued


def test_a_date_in_the_text_of_a_release_is_not_its_dateline() -> None:
    page = read("La mission soutient les familles\n\nLes familles sont là depuis le 3 mars 2019 dans la ville.\n\nFin.")
    assert page.dateline.start is None and "date_missing" in page.queued
