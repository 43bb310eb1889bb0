"""Words: forms of one word meet in one root or one family, different words do not."""

from datetime import date

import pytest

from search.text import dates, english, french, spelling
from search.text.fold import fold
from search.text.highlighting import Marks, extract, mark, written
from search.text.phones import document_terms, find_numbers
from search.text.sounds import sound
from search.text.words import cut, folded_words, plain


@pytest.mark.parametrize(
    "forms",
    [
        "migration migrations",
        "déplacées déplacé déplacer déplaçons déplacent deplacees",
        "accompagner accompagnons accompagnées accompagnaient accompagnera",
        "soutenir soutient soutenu soutiennent soutiendra",
        "recevoir reçoit reçu reçoivent recevra",
        "régional régionaux régionale régionales",
        "travailleur travailleuse travailleurs travailleuses",
        "réunir réunit réunissent réunies",
        "rendre rend rendu rendent",
        "construire construit construisent construites",
        "accueillir accueille accueilli accueillent",
        "nouveau nouvelle nouveaux nouvelles",
        "étudier étudie étudient étudié",
        "engager engage engageons engagent",
        "aider aide aidons aident",
        "chanter chantons chanterons chanterions",
        "considérer considérons considère",
        "espérer espérons",
        "cueillir cueillait cueillaient",
        "ambassadeur ambassadrice ambassadrices",
        "foyer foyers",
    ],
)
def test_french_forms_share_a_root(forms):
    assert len({french.root(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "forms",
    [
        "study studies studied studying",
        "woman women",
        "teach taught teaching teaches",
        "organise organize organised organizing",
        "centre center centers",
        "programme program programmes",
        "plan planned planning plans",
        "leave left leaving leaves",
    ],
)
def test_english_forms_share_a_root(forms):
    assert len({english.root(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("family", "words"),
    [
        (french.family, "réintégrer réintégration réintégrés"),
        (french.family, "migrant migration migratoire migrer"),
        (french.family, "héberger hébergement"),
        (french.family, "région régional"),
        (english.family, "reintegrate reintegration reintegrated"),
        (english.family, "migrant migration migrate"),
        (english.family, "employ employment employer"),
        (english.family, "assist assistance"),
    ],
)
def test_a_verb_its_noun_and_its_agent_are_one_family(family, words):
    assert len({family(fold(word)) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("first", "second"), [("parent", "part"), ("maison", "mais"), ("centre", "cent"), ("prison", "prix")]
)
def test_different_words_keep_different_roots(first, second):
    assert french.root(first) != french.root(second)


def test_a_document_is_cut_like_a_question():
    for text in ("l’O.I.M. et les migrant·e·s", "12 500 « bénéficiaires »", "élèves/ées, candidat(e)s", "porte-parole"):
        assert [word.folded for word in cut(text)] == folded_words(plain(text))


@pytest.mark.parametrize(
    ("typed", "meant", "errors"),
    [
        ("reintegraton", "reintegration", 1),
        ("marco", "maroc", 1),
        ("abc", "abc", 0),
        ("kitten", "sitting", 3),
        ("", "ab", 2),
    ],
)
def test_typing_errors_are_counted(typed, meant, errors):
    assert spelling.distance(typed, meant) == errors


def test_names_and_titles_weigh_more_than_words_of_the_text():
    found = [spelling.Candidate("benani", 0, 3), spelling.Candidate("benami", 2, 2)]
    assert spelling.ranked("benazi", found)[0].term == "benami"


@pytest.mark.parametrize(
    ("first", "second"),
    [("mohamed", "mohammed"), ("youssef", "yusuf"), ("ouafa", "wafa"), ("khadija", "khadidja"), ("elamrani", "amrani")],
)
def test_spellings_of_a_name_sound_the_same(first, second):
    assert sound(first) == sound(second)


@pytest.mark.parametrize(
    ("text", "days", "used"),
    [
        ("16 mai 2016", (date(2016, 5, 16),), 3),
        ("1er février 2020 à Rabat", (date(2020, 2, 1),), 3),
        ("May 16, 2016", (date(2016, 5, 16),), 3),
        ("16th of May 2016", (date(2016, 5, 16),), 4),
        ("16-19 mai 2016", (date(2016, 5, 16), date(2016, 5, 19)), 4),
        ("16 au 19 mai 2016", (date(2016, 5, 16), date(2016, 5, 19)), 5),
        ("3 to 5 June 2021", (date(2021, 6, 3), date(2021, 6, 5)), 5),
        ("16 ماي 2016", (date(2016, 5, 16),), 3),
        ("31 février 2016", (), 0),
        ("mai 2016", (), 0),
        ("16 mai 20167", (), 0),
    ],
)
def test_a_day_in_words_is_read_in_every_language(text, days, used):
    assert dates.read(folded_words(text)) == (days, used)


def test_numbers_in_a_text_are_found_whole_and_by_their_end():
    text = "Tél. : +212 (0)5 37 65 28 81 ; réf. 2026/1234567"
    assert [number for _, _, number in find_numbers(text, "MA")] == ["+212537652881"]
    assert {"212537652881", "652881", "37652881"} <= set(document_terms((), text, "MA"))


MARKS = Marks(frozenset({"reintegration"}), frozenset({"reintegr"}), french.family)


def test_marks_stand_on_escaped_text_with_its_own_typography():
    assert mark("L’<b>Réintégration</b> & co", MARKS) == "L’&lt;b&gt;<mark>Réintégration</mark>&lt;/b&gt; &amp; co"


def test_irregular_forms_are_marked_too():
    marks = Marks(frozenset({"recevoir"}), frozenset({french.family("recevoir")}), french.family)
    assert mark("Elle a reçu", marks) == "Elle a <mark>reçu</mark>"


def test_the_extract_is_the_part_with_the_words():
    html, count = extract("Rien ici. " * 60 + "La réintégration réussit. " + "Suite. " * 60, MARKS)
    assert (count, html.count("<mark>")) == (1, 1)
    assert html.startswith("…")
    assert len(html) < 320


def test_a_corrected_word_is_shown_as_texts_write_it():
    assert written("reintegration", ["La Réintégration des uns"]) == "réintégration"
    assert written("oim", ["Avec l’OIM"]) == "OIM"
    assert written("absent", ["rien"]) == "absent"


@pytest.mark.parametrize(
    ("one", "other"),
    [("foyer", "fois"), ("loyer", "loi"), ("guerre", "guérir"), ("Mali", "mal"), ("paix", "payer"), ("salle", "Salé")],
)
def test_french_words_that_only_begin_alike_are_two_families(one, other):
    assert french.family(fold(one)) != french.family(fold(other))


def test_english_words_that_only_begin_alike_are_two_families():
    assert english.family("station") != english.family("state")
    assert english.family("mission") != english.family("miss")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("17h40", "17 h 40"),
        ("9h à 21h", "9 h à 21 h"),
        ("300km", "300 km"),
        ("12 500km", "12500 km"),
        ("30kWh", "30 kWh"),
    ],
)
def test_a_number_and_its_unit_are_two_words_written_together_or_not(text, words):
    assert [word.folded for word in cut(text)] == [word.folded for word in cut(words)]
    assert plain(text).split() == plain(words).split()


@pytest.mark.parametrize("text", ["G5", "H1N1", "4x4", "2e", "1er", "5G", "A4", "3mille"])
def test_letters_that_are_no_unit_stay_with_their_number(text):
    assert [word.surface for word in cut(text)] == [text]


@pytest.mark.parametrize(
    ("text", "full"), [("déc. 2023", "décembre"), ("Dec 2023", "December"), ("sept 2024", "septembre")]
)
def test_a_month_in_short_before_its_year_is_that_month(text, full):
    assert full in dates.month(folded_words(text))
    assert dates.month(folded_words(text)[:1]) == ()
