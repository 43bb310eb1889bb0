"""Quotations are found with their speakers; only a paragraph that is nothing else becomes a quote."""

import pytest

from importer.legacy.quotations import quotations

WORDS = "Nous avons beaucoup appris cette année"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        (f"« {WORDS} », déclare Anna Exemple, cheffe de mission.", "Anna Exemple", "cheffe de mission"),
        (
            f"« {WORDS}. » a déclaré Mr. Paul-Henri Modèle, Ministre, Chef du service.",
            "Paul-Henri Modèle",
            "Ministre, Chef du service",
        ),
        (f"« {WORDS} », a souligné à cette occasion Monsieur Ali Modèle, directeur.", "Ali Modèle", "directeur"),
        (
            f"« {WORDS} », a déclaré la Cheffe de mission au Maroc, Madame Anna Exemple.",
            "Anna Exemple",
            "Cheffe de mission au Maroc",
        ),
        (f"« {WORDS} », a déclaré le directeur M. Ali Modèle.", "Ali Modèle", "directeur"),
        (f"« {WORDS} », explique Fatima.", "Fatima", ""),
        (f"Selon Anna Exemple, cheffe de mission, « {WORDS} ».", "Anna Exemple", "cheffe de mission"),
        (f"Anna Exemple, cheffe de mission, a déclaré : « {WORDS} ».", "Anna Exemple", "cheffe de mission"),
        (
            f"Comme l'a rappelé Mme Anna Exemple, directrice du centre : « {WORDS} ».",
            "Anna Exemple",
            "directrice du centre",
        ),
        (f"« {WORDS} » – Anna Exemple, cheffe de mission", "Anna Exemple", "cheffe de mission"),
        (f"“{WORDS},” said Anna Example, Programme Officer.", "Anna Example", "Programme Officer"),
        (f"“{WORDS},” Anna Example, the Chief of Mission, said.", "Anna Example", "Chief of Mission"),
        (f'"{WORDS}", a ajouté Ben Modèle, maire de la ville.', "Ben Modèle", "maire de la ville"),
        (f'According to Dr. Ben Sample, head of the clinic, "{WORDS}."', "Ben Sample", "head of the clinic"),
    ],
)
def test_a_paragraph_of_quotation_and_attribution_is_a_quote(text: str, speaker: str, role: str) -> None:
    found = quotations(text)
    assert found.whole is not None
    assert (found.whole.speaker, found.whole.role) == (speaker, role)
    assert found.whole.text.rstrip(".") == WORDS


@pytest.mark.parametrize(
    "text",
    [
        f"Il sourit. « {WORDS} », déclare Anna Exemple.",
        f"« {WORDS} », déclare Anna Exemple. Elle est partie ensuite.",
        f"« {WORDS} », dit-il.",
        f"Il explique sa joie : « {WORDS} ».",
    ],
)
def test_a_quotation_within_a_paragraph_stays_there_and_is_listed(text: str) -> None:
    found = quotations(text)
    assert found.whole is None and [quote.text for quote in found.quotes] == [WORDS]


@pytest.mark.parametrize(
    "text",
    [
        "Le projet « Des jardins pour toute la ville » commence.",
        'On y parle de "terre et semences" et des "jardins communs".',
        "Le livre « Notre maison » est paru.",
    ],
)
def test_a_title_or_a_term_between_quotation_marks_is_no_quotation(text: str) -> None:
    assert quotations(text).quotes == ()


def test_a_quotation_that_goes_on_has_the_same_speaker() -> None:
    found = quotations(f"« {WORDS} », dit Anna Exemple, maire. « Et nous continuons ! »")
    assert [quote.speaker for quote in found.quotes] == ["Anna Exemple", "Anna Exemple"] and found.whole


def test_a_pronoun_after_a_name_in_one_paragraph_is_that_person() -> None:
    found = quotations(f"“{WORDS},” said Ms. Anna Example, mayor. “We go on,” she added.")
    assert [quote.speaker for quote in found.quotes] == ["Anna Example", "Anna Example"] and found.whole


def test_when_it_was_said_is_no_role() -> None:
    found = quotations(f"« {WORDS} », a dit Anna Exemple, maire, lors de la cérémonie.")
    assert found.quotes[0].role == "maire"


def test_a_pronoun_names_nobody() -> None:
    assert quotations(f"« {WORDS} », raconte-t-elle.").quotes[0].speaker == ""
