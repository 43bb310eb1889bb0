"""What a card's lead lists finds it first; corrections keep their apostrophes; notes to editors are searched."""

import pytest

from search import drain
from tests.factories import make_contact, make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def titles(client, text):
    drain.drain()
    context = client.get("/fr/recherche/", {"q": text}).context
    return [row.hit.title for row in context["rows"]]


@pytest.fixture
def card():
    return make_contact(
        title="Conseillère climat", lead_fr="Déplacements liés au climat, fonte des glaciers, travailleurs de la mer."
    )


@pytest.mark.parametrize("text", ["fonte des glaciers", "fonte glacier", "travailleur de la mer"])
def test_what_a_lead_lists_finds_the_card_before_articles_about_it(client, card, text):
    make_news(title="Fonte des glaciers : travailleurs de la mer", lead_fr="La fonte des glaciers et la mer.")
    assert titles(client, text)[0] == "Conseillère climat fr"


def test_a_word_of_something_longer_that_a_lead_lists_does_not_put_the_card_first(client, card):
    make_news(title="La mer monte")
    assert titles(client, "mer")[0] == "La mer monte fr"


def test_notes_to_editors_are_searched(client):
    make_news(title="Une nouvelle", notes_to_editors_fr="Le fonds Zéphyrine finance la mission depuis 2001.")
    assert titles(client, "zephyrine") == ["Une nouvelle fr"]


def test_an_elision_that_was_forgotten_comes_back_with_its_apostrophe(client):
    make_news(title="Un hébergement d’urgence")
    drain.drain()
    context = client.get("/fr/recherche/", {"q": "hébergement durgence"}).context
    assert context["result"].corrected_to == "hébergement d'urgence"
    assert [row.hit.title for row in context["rows"]] == ["Un hébergement d’urgence fr"]


def test_a_letter_that_belongs_to_a_corrected_word_leaves_no_apostrophe_behind(client):
    make_news(title="Un livre pour tous")
    drain.drain()
    assert client.get("/fr/recherche/", {"q": "l'ivre"}).context["result"].corrected_to == "livre"
