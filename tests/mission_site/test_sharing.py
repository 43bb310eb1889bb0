"""The picture drawn for a shared link: what it says and how its title is broken."""

import io

import pytest
from font_source_serif_pro import SourceSerifProSemibold
from PIL import Image, ImageFont

from mission_site import sharing
from tests.factories import make_home, make_news

TITLES = [
    "Retours volontaires accompagnés : 2 377 personnes rentrées chez elles en 2021",
    "Soixante-trois agents formés à la protection des enfants migrants à Agadir et à Oujda",
    "Un mot",
    "Anticonstitutionnellement " * 3,
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", [sharing.LARGEST, sharing.SMALLEST])
def test_balancing_takes_no_more_lines_and_loses_no_word(title, size):
    font = ImageFont.truetype(SourceSerifProSemibold, size)
    greedy = sharing.wrapped(title, font)
    even = sharing.balanced(title, font, len(greedy))
    assert len(even) == len(greedy) and " ".join(even) == " ".join(greedy)
    assert max(map(font.getlength, even)) <= max(map(font.getlength, greedy))


def test_no_line_is_left_with_one_short_word():
    font = ImageFont.truetype(SourceSerifProSemibold, 64)
    # As many words as fill one line, and one more.
    words = ["voyage"] * len(sharing.wrapped("voyage " * 40, font)[0].split()) + ["voyage"]
    assert sharing.wrapped(" ".join(words), font)[-1] == "voyage"
    assert len(sharing.balanced(" ".join(words), font, 2)[-1].split()) > 1


@pytest.mark.django_db
def test_a_release_is_signed_with_its_place_and_date_in_each_language():
    page = make_news(place_fr="Rabat", place_en="Rabat")
    assert sharing.signature(page, "fr") == "RABAT · 14 février 2022"
    assert sharing.signature(page, "en") == "RABAT · 14 February 2022"
    assert sharing.signature(make_news(place_fr="", place_en="", date=None, date_precision="unknown"), "fr") == ""
    assert sharing.signature(make_home(), "fr") == ""


@pytest.mark.django_db
def test_another_date_is_another_picture():
    page = make_news()
    before = sharing.file_name(page, "fr")
    page.date_precision = "year"
    assert sharing.file_name(page, "fr") != before


def test_a_signature_is_drawn():
    def dark(signed):
        picture = Image.open(io.BytesIO(sharing.drawn("Titre", "OIM Maroc", signed))).convert("L")
        assert picture.size == sharing.SIZE
        return sum(picture.crop((200, 60, 1100, 120)).histogram()[:150])

    assert dark("RABAT · 14 février 2022") > dark("") == 0
