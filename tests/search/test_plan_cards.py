"""Which cards a question puts first: who is asked for, never a word that may well say something else."""

from dataclasses import replace

import pytest

from search.engines.base import SearchQuery
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.judged import VOCABULARY
from tests.search.samples import SETTINGS, TODAY, article, card


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """A programme with its page, news of places, three cards."""
    made = EmbeddedEngine(tmp_path_factory.mktemp("index"), SETTINGS)
    people = [
        replace(card("press", "Nora Sefrioui", "0537000001", ()), title="Chargée de communication"),
        replace(
            card("reef", "Ali Tazi", "0537000002", ("Récifs et lagunes (RELA)", "Dakhla")), title="Responsable mer"
        ),
        replace(
            card("kids", "Zineb Amri", "0537000003", ("Oujda",)), title="Protection", lead="Enfants seuls, traite."
        ),
    ]
    news = [
        article("rela", "Récifs et lagunes (RELA)", "Le programme de la côte.", topics=("RELA",)),
        article("news1", "Le programme RELA, récifs et lagunes, à Dakhla", "RELA encore."),
        article("news2", "Un tournoi à Oujda", "Oujda toujours."),
        article("news3", "Une bibliothèque mobile", "Le nombre de livres."),
    ]
    made.rebuild([*people, *news], 1)
    return made


def first(engine, text, number=1, **options):
    """The pages that stand first."""
    query = SearchQuery(text, "fr", today=TODAY, vocabulary=VOCABULARY, **options)
    return [hit.page for hit in engine.search(query).hits[:number]]


@pytest.mark.parametrize(
    ("text", "page", "then"), [("Oujda", "news2", "kids"), ("récifs et lagunes RELA", "rela", "reef")]
)
def test_a_bare_place_or_programme_finds_its_page_and_then_who_speaks_of_it(engine, text, page, then):
    assert first(engine, text, 2) == [page, then]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("contact Oujda", "kids"),
        ("contact traite des êtres humains", "kids"),
        ("interview mineurs non accompagnés", "kids"),
        ("attachée de presse", "press"),
        ("numéro de l’attachée de presse", "press"),
        ("porte-parole OIM Maroc", "press"),
        ("M. Tazi", "reef"),
    ],
)
def test_who_asks_for_somebody_finds_the_card_first_everywhere(engine, text, person):
    assert first(engine, text) == [person]
    assert first(engine, text, cards_only=True) == [person]


@pytest.mark.parametrize("text", ["mobile", "bibliothèque mobile", "nombre de livres"])
def test_a_word_that_may_say_something_else_asks_for_nobody(engine, text):
    assert first(engine, text) == ["news3"]
