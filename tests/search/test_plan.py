"""The query plan: what is made of a reader's text before any engine sees it."""

import pytest

from search.engines.base import Promotion, Vocabulary
from search.plan.plan import make_plan, required
from search.plan.question import MAX_WORDS, read_question
from search.text.clean import MAX_QUERY, clean_query
from tests.search.hostile import strings
from tests.search.samples import SETTINGS


def plan(text: str, language: str = "fr", vocabulary: Vocabulary = Vocabulary()):  # noqa: B008 (frozen)
    """A plan with the tests' settings."""
    return make_plan(text, language, vocabulary, SETTINGS)


def folded(text: str) -> list[str]:
    """The words of a question."""
    return [word.folded for word in read_question(text, "MA").words]


def test_odd_apostrophes_are_ordinary_ones():
    assert clean_query("lʼOIM l’OIM l‘OIM") == "l'OIM l'OIM l'OIM"


def test_control_and_format_characters_and_lone_surrogates_are_dropped():
    assert clean_query("mi\x00gra\u200btion \ud800\u202ede") == "migration de"


def test_accents_typed_apart_are_put_together():
    assert clean_query("re\u0301fugie\u0301") == "réfugié"


def test_a_question_is_clipped():
    assert len(clean_query("mot " * 30_000)) <= MAX_QUERY
    assert len(read_question("un " * 100, "MA").words) == MAX_WORDS


@pytest.mark.parametrize(
    ("count", "least"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 4), (8, 5), (10, 7), (12, 8)]
)
def test_how_many_words_must_match(count, least):
    assert required(count) == least


def test_phrases_and_exclusions_are_told_from_words():
    pieces = read_question('asile "retour volontaire" -tanger -"mer noire" porte-parole', "MA").pieces
    assert [
        (" ".join(word.folded for word in piece.words), piece.is_phrase, piece.is_excluded) for piece in pieces
    ] == [
        ("asile", False, False),
        ("retour volontaire", True, False),
        ("tanger", False, True),
        ("mer noire", True, True),
        ("porte", False, False),
        ("parole", False, False),
    ]


def test_a_quote_without_a_partner_is_no_phrase():
    assert not any(piece.is_phrase for piece in read_question('retour "volontaire', "MA").pieces)


@pytest.mark.parametrize(
    "text",
    ["0537652881", "05 37 65 28 81", "+212 5 37 65 28 81", "00212537652881", "+212 (0)5 37 65 28 81", "212537652881"],
)
def test_every_spelling_of_a_telephone_number_is_one_term(text):
    (piece,) = read_question(text, "MA").pieces
    assert piece.numbers == ("212537652881",)


def test_a_number_among_words_is_found_and_the_words_stay():
    question = read_question("appeler 0661-23-45-67 à Rabat", "MA")
    assert [piece.numbers for piece in question.pieces if piece.numbers] == [("212661234567",)]
    assert folded("appeler 0661-23-45-67 à Rabat") == ["appeler", "a", "rabat"]


@pytest.mark.parametrize("text", ["2025 2026", "1 250 cartables", "30 juin 2025", "12.500"])
def test_years_and_quantities_are_no_telephone_numbers(text):
    assert not any(piece.numbers for piece in read_question(text, "MA").pieces)


def test_grouped_digits_are_one_word():
    assert folded("12 500 migrants") == folded("12.500 migrants") == folded("12500 migrants") == ["12500", "migrants"]


@pytest.mark.parametrize(
    "text", ["migrant·e·s", "migrant-e-s", "migrant.e.s", "migrant(e)s", "migrant•e•s", "migrants"]
)
def test_inclusive_writing_is_the_plural(text):
    assert folded(text) == ["migrants"]


def test_elision_and_dotted_acronyms():
    assert folded("l’O.I.M. d'aujourd’hui") == ["l", "oim", "d", "aujourd", "hui"]


VOCABULARY = Vocabulary(
    synonyms=(("AVRR", "aide au retour volontaire", "assisted voluntary return"), ("Tanger", "Tangier")),
    promotions=(Promotion(("offres d'emploi", "vacancies"), ("page:9", "page:4")),),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("avrr", {"aide au retour volontaire", "assisted voluntary return"}),
        ("aides aux retours volontaires", {"avrr", "aide au retour volontaire", "assisted voluntary return"}),
        ("Assisted Voluntary Return", {"avrr", "aide au retour volontaire"}),
        ("TANGER", {"tangier"}),
    ],
)
def test_a_known_expression_is_one_unit_with_its_synonyms(text, expected):
    (unit,) = plan(text, vocabulary=VOCABULARY).units
    assert {" ".join(word.folded for word in words) for words in unit.alternatives} == expected


def test_the_longest_expression_wins():
    units = plan("aide au retour volontaire depuis Tanger", vocabulary=VOCABULARY).units
    assert [" ".join(word.folded for word in unit.words) for unit in units] == [
        "aide au retour volontaire",
        "depuis",
        "tanger",
    ]


def test_a_promotion_is_for_its_query_in_any_form():
    assert plan("Offre d’emploi", vocabulary=VOCABULARY).pins == ("page:9", "page:4")
    assert plan("vacancy", "en", VOCABULARY).pins == ("page:9", "page:4")
    assert plan("emploi", vocabulary=VOCABULARY).pins == ()


def test_no_string_breaks_the_plan():
    for text in strings():
        made = plan(text, vocabulary=VOCABULARY)
        assert sum(len(unit.words) for unit in made.units) <= MAX_WORDS
        made.text.encode()


def test_inclusive_writing_of_two_letters_is_one_word_and_no_acronym():
    words = read_question("un·e né·e", "MA").words
    assert [(word.folded, word.is_acronym) for word in words] == [("un", False), ("ne", False)]
