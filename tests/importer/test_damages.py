"""Pages of our own, damaged in every way we know: nothing is lost, nothing guessed, and what they say is found."""

import datetime
import itertools

import pytest

from importer.legacy import Kind, LegacyDocument, PieceKind, read_document

from .damages import DAMAGES, wrapped

TITLE = "Une coopérative de femmes ouvre une boulangerie solidaire dans la médina de Tétouan pour la troisième année"
RELEASE = (
    TITLE
    + """
Tétouan, du 28 février au 2 mars 2017 - Quarante femmes ont ouvert une boulangerie avec l’aide de la mission. \
Elles vendent du pain, des gâteaux et des confitures aux habitants du quartier et aux écoles voisines.
« La boulangerie nous a rendu confiance. Nous décidons ensemble, nous apprenons un métier et nos enfants sont fiers \
de nous. » a déclaré Mme Salma Exemple, présidente de la coopérative.
Le projet est financé par le Royaume de Norvège et l’Union européenne. Il se poursuivra dans la région de l’Oriental \
avec trois autres coopératives et deux centres de formation, qui accueilleront soixante personnes par an.
Les commandes se font sur place, chaque matin, ou par l’intermédiaire des associations partenaires du quartier.
Pour plus d’informations, veuillez contacter :
Karim Modèle
Tél : +212 (0)5 37 00 00 81
E-mail : kmodele@example.org"""
)
ENGLISH = """Training of forty young people in bread making opens at the cooperative in Tetouan
Tetouan, May 3, 2016 - Forty young people have started a training that the mission organises with the cooperative. \
They will learn the trade for six months and then open shops of their own in the villages.
“We wanted to learn something useful, and we wanted to stay in our town with our families and our friends,” said \
Nora Example, Programme Officer in Tetouan.
The training is funded by the European Union and the Government of Japan. It will be held again next year in Oujda."""
PAGES = {"release": RELEASE, "english": ENGLISH}


def told(document: LegacyDocument) -> dict[str, object]:
    """What must be the same however the page comes; the letters that an encoding lacks are left out."""

    def plain(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    return {
        "kind": document.kind,
        "title": plain(document.title),
        "dateline": document.dateline,
        "quotes": [(quote.speaker, plain(quote.role), plain(quote.text)) for quote in document.quotes],
        "donors": [plain(name) for name in document.donors],
        "contacts": [(each.name, each.email, each.phones) for each in document.contacts],
        "queued": document.queued,
    }


def test_the_undamaged_pages_say_what_we_expect() -> None:
    page = read_document(RELEASE.encode())
    assert (page.dateline.place, page.dateline.start, page.dateline.end) == (
        "Tétouan",
        datetime.date(2017, 2, 28),
        datetime.date(2017, 3, 2),
    )
    assert page.title == TITLE and [quote.speaker for quote in page.quotes] == ["Salma Exemple"]
    assert page.donors == ("Royaume de Norvège", "Union européenne") and not page.queued
    assert [(each.name, each.phones) for each in page.contacts] == [("Karim Modèle", ("+212537000081",))]
    assert read_document(ENGLISH.encode()).quotes[0].role == "Programme Officer in Tetouan"


@pytest.mark.parametrize(("name", "damage"), list(itertools.product(PAGES, DAMAGES)))
def test_a_damaged_page_says_the_same_and_loses_nothing(name: str, damage: str) -> None:
    page = read_document(DAMAGES[damage](PAGES[name]))
    lost = sum(each.end - each.start for each in page.account.unplaced)
    assert page.account.placed + page.account.dropped == page.account.characters and not lost
    assert told(page) == told(read_document(PAGES[name].encode()))


@pytest.mark.parametrize("width", range(40, 101, 4))
def test_a_title_survives_a_wrap_at_any_width_or_is_asked_for(width: int) -> None:
    page = read_document(wrapped(RELEASE, width).encode())
    assert page.title == TITLE and page.dateline.place == "Tétouan"


def test_a_dash_at_the_start_of_a_full_line_starts_no_item() -> None:
    text = (
        "Les jeunes du plateau forment avec les associations du pays – le\nprogramme dure trois ans et compte six"
        " centres dans le pays entier\n– et les écoles ouvrent leurs portes chaque matin aux familles de\nla ville."
    )
    assert not any(piece.kind is PieceKind.LIST for piece in read_document(text.encode()).pieces)


def test_a_date_at_the_start_of_a_full_line_is_no_dateline() -> None:
    page = read_document(
        wrapped(
            TITLE + "\n" + "La mission organise avec ses partenaires, le vendredi 16 décembre "
            "2022 de 9h30 à 13h00, une journée ouverte à toutes les familles du quartier.",
            66,
        ).encode()
    )
    assert all(piece.kind is not PieceKind.DATELINE for piece in page.pieces)


def test_a_cookie_banner_is_boilerplate_and_a_page_about_cookies_is_not() -> None:
    page = read_document(DAMAGES["cookies and scripts"](RELEASE))
    assert any("cookies" in line for line in page.boilerplate_lines) and "cookies" not in page.body
    body = (
        "<html><body class='cookie-consent-open'><h1>Un titre de la page</h1><p>Le texte de la page.</p></body></html>"
    )
    assert read_document(body.encode()).title == "Un titre de la page"


def test_a_title_in_capitals_is_told_from_the_text_under_it() -> None:
    lines = "LA MISSION OUVRE UN CENTRE POUR LES FAMILLES DE LA VILLE ANCIENNE\nAnna Exemple et ses voisines viennent "
    page = read_document((lines + "chaque\njour au centre. Elles y lisent des\nlivres avec leurs enfants.").encode())
    assert page.title == "LA MISSION OUVRE UN CENTRE POUR LES FAMILLES DE LA VILLE ANCIENNE"


def test_ligatures_and_taken_apart_accents_are_listed_as_repairs() -> None:
    page = read_document((RELEASE.replace("fi", "ﬁ").replace("é", "e\u0301")).encode())
    assert page.donors == ("Royaume de Norvège", "Union européenne")
    assert any(repair.after == "financé" for repair in page.repairs)


def test_a_number_in_an_english_date_that_says_two_days_is_not_guessed() -> None:
    page = read_document(ENGLISH.replace("Tetouan, May 3, 2016 - ", "03/05/2016\n").encode())
    assert page.kind is Kind.EVENT and "date_missing" in page.queued
