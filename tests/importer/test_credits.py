"""Donors are taken from the credit as it stands, and nobody else is."""

import pytest

from importer.legacy.donor_credits import donors_in


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        (
            "grâce au financement de la Grèce, de l'Autriche, des Émirats et de la Suède. Ensuite",
            ["Grèce", "Autriche", "Émirats", "Suède"],
        ),
        ("un projet financé par la Ligue des Lacs et réalisé par la ville", ["Ligue des Lacs"]),
        ("cofinancé par l'Allemagne, le Danemark et la Suisse, vise", ["Allemagne", "Danemark", "Suisse"]),
        (
            "Un nouveau financement de la part de la Banque Bleue et du Danemark permettra",
            ["Banque Bleue", "Danemark"],
        ),
        (
            "grâce au financement de l’AIDE et au financement additionnel de l’ambassade de Norvège et en lien",
            ["AIDE", "ambassade de Norvège"],
        ),
        (
            "grâce au soutien financier du Ministère de l'Eau, de la Mer et des Forêts et de l'Union européenne.",
            ["Ministère de l'Eau, de la Mer et des Forêts", "Union européenne"],
        ),
        ("Grâce au soutien financier de la Norvège, l’OIM a aidé vingt femmes", ["Norvège"]),
        ("Bailleurs : Union européenne, Suisse", ["Union européenne", "Suisse"]),
        (
            "funded by the European Union and the Government of the Netherlands, and implemented by",
            ["European Union", "Government of the Netherlands"],
        ),
        (
            "thanks to the generous support of the Government of Japan, the Swiss Confederation and NORAD.",
            ["Government of Japan", "Swiss Confederation", "NORAD"],
        ),
        ("financé par le Fonds d’urgence pour l’Afrique pour aider", ["Fonds d’urgence pour l’Afrique"]),
        ("grâce au soutien de la population locale", []),
        ("le projet est financé", []),
    ],
)
def test_donors_are_named_as_the_credit_names_them(text: str, donors: list[str]) -> None:
    assert donors_in(text) == donors
