"""Damage that can be proved is mended and listed; what cannot be proved stays as it is."""

import pytest

from .pages import read

FRENCH = "Les équipes de la mission sont dans la ville avec les familles pour une semaine. "


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Elles ont mis en uvre le projet", "mis en œuvre le projet"),
        ("Un chef-d'uvre de patience", "Un chef-d'œuvre de patience"),
        ("La main-d’uvre et les manuvres", "main-d’œuvre et les manœuvres"),
        ("Elle chante au chur avec tout son cur", "au chœur avec tout son cœur"),
        ("Sa sur et mes surs sont là", "Sa sœur et mes sœurs sont là"),
        ("Tous nos vux", "Tous nos vœux"),
        ("mise en ½uvre", "mise en œuvre"),
        ("La coopÃ©rative Ã©tait lÃ ", "La coopérative était là"),
        ("câ€™est lâ€™Å“uvre", "c’est l’œuvre"),
        ("La coopÃƒÂ©rative", "La coopérative"),
        ("La coop√©rative", "La coopérative"),
        ("l?OIM et d?un coup aujourd?hui", "l’OIM et d’un coup aujourd’hui"),
        ("Le projet .", "Le projet."),
        ("Le projet , puis", "Le projet, puis"),
        ("( en bref )", "(en bref)"),
        ("l' équipe", "l'équipe"),
        ("l&amp;eacute;gende &egrave; &#8217;", "légende è ’"),
        ("c\x92est \x9cuvre", "c’est œuvre"),
        ("<< Bonjour >> dit-elle", "« Bonjour » dit-elle"),
        ("l´équipe", "l’équipe"),
        ("un mot<br />coupé", "un mot coupé"),
        ("un <b>mot</b> fort", "un mot fort"),
        ('"mailto:a.b@example.org">a.b@example.org', "a.b@example.org"),
        ("<a href=mailto:a.b@example.org>a.b@example.org</a>", "a.b@example.org"),
        ("(mailto:a.b@example.org)", "a.b@example.org"),
        ("a.b @ example.org", "a.b@example.org"),
        ("a.b (at) example.org", "a.b@example.org"),
    ],
)
def test_proved_damage_is_mended_and_listed(damaged: str, mended: str) -> None:
    page = read(f"{FRENCH}\n\n{FRENCH}{damaged}")
    assert mended in page.body
    assert page.repairs and all(repair.before != repair.after for repair in page.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "Il marche sur la route",
        "Une sur deux reste",
        "Qui vient ? Elle.",
        "Il a vu la mer ; elle aussi : oui !",
        "« Voilà »",
        "5 .5 ou ... rien",
        "un chiffre < 5 et > 3",
        "R&D et Q&A",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    page = read(f"{FRENCH}\n\n{FRENCH}{text}")
    assert text in page.body and page.repairs == ()


def test_english_words_are_not_given_french_letters() -> None:
    text = "The cur barked at the man who was in the street with his dog and the uf of the page."
    assert read(text).repairs == ()


def test_a_word_cut_at_the_wrap_is_made_whole_where_the_page_proves_it() -> None:
    page = read(
        "La réin-\ntégration commence ici et la réintégration dure\nlongtemps dans la vie, socio-\néconomique aussi."
    )
    assert "La réintégration commence" in page.body and "socio-économique" in page.body


def test_a_lost_letter_that_nothing_proves_is_asked_for() -> None:
    assert "characters_lost" in read("Un titre\n\nLa coop\ufffdrative est dans la ville.").queued
