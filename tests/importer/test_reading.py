"""What the reader finds in pages of every kind."""

import datetime

from importer.legacy import Kind, Named, PieceKind, Precision, Vocabulary

from .pages import AXES, BILINGUAL, CONTACTS, ENGLISH, HTML, MENU, PROGRAMME, STATEMENT, STORY, WRAPPED, read


def kinds(text: str) -> list[PieceKind]:
    return [piece.kind for piece in read(text).pieces]


def test_a_hard_wrapped_release_is_whole_again() -> None:
    page = read(WRAPPED)
    assert page.kind is Kind.NEWS_RELEASE and page.languages == ("fr",)
    assert page.title.endswith("à une coopérative soutenue par la mission")
    assert page.dateline.place == "Ifrane" and page.dateline.start == datetime.date(2014, 9, 12)
    assert page.lead.startswith("Vingt apicultrices") and "mis en œuvre un projet" in page.lead
    assert kinds(WRAPPED)[3:] == [PieceKind.QUOTE, PieceKind.PARAGRAPH, PieceKind.CONTACT]
    assert {(quote.speaker, quote.role) for quote in page.quotes} == {("Hanane Modèle", "présidente de la coopérative")}
    assert page.donors == ("Norvège", "Suisse")
    assert page.contacts[0].email == "s.exemple@example.org" and page.contacts[0].phones == ("+212661000001",)
    assert {repair.before for repair in page.repairs} >= {"uvre", "université ."}


def test_an_english_page_between_two_menus_is_read() -> None:
    page = read(ENGLISH)
    assert page.languages == ("en",) and page.title == "The mission opens a listening centre in Oujda"
    assert len(page.menu_lines) == 8 and page.boilerplate_lines == ("Share on Facebook", "© 2019 The mission")
    assert [quote.speaker for quote in page.quotes] == ["Nora Example", "Youssef Sample"]
    assert page.quotes[1].role == "head of the clinic"
    assert page.donors == ("European Union", "Government of the Netherlands") and page.regions == ("Oriental",)
    assert page.contacts[0].phones == ("+212537000001",) and page.contacts[0].email == "nexample@example.org"
    assert kinds(ENGLISH)[5:7] == [PieceKind.HEADING, PieceKind.LIST]


def test_a_page_said_twice_has_a_title_and_a_lead_in_each_language() -> None:
    page = read(BILINGUAL)
    assert page.languages == ("fr", "en") and page.kind is Kind.EVENT
    assert page.text_of(PieceKind.TITLE, "fr").startswith("Atelier")
    assert page.text_of(PieceKind.TITLE, "en").startswith("Workshop")
    assert page.text_of(PieceKind.LEAD, "en").startswith("Some thirty")
    assert page.dateline.precision is Precision.RANGE and page.dateline.end == datetime.date(2017, 6, 2)


def test_a_page_without_title_and_date_is_queued_and_nothing_is_guessed() -> None:
    page = read(STORY)
    assert page.kind is Kind.STORY and page.queued == ("title_missing", "date_missing")
    assert not page.title and page.dateline.start is None and page.programmes == ("AVRR",)
    assert [quote.speaker for quote in page.quotes][:2] == ["Mamadou", "Mamadou"]


def test_axes_without_headings_are_told_apart_and_their_headings_asked_for() -> None:
    page = read(AXES)
    assert page.kind is Kind.AXES
    assert [len(axis.pieces) for axis in page.axis_sections] == [2, 1, 1]
    assert page.queued == ("axis_heading_missing:1", "axis_heading_missing:2", "axis_heading_missing:3")


def test_axes_with_headings_keep_them() -> None:
    text = AXES.replace("Cet axe vise", "Protection\n\nCet axe vise").replace("L'objectif", "Jeunesse\n\nL'objectif")
    page = read(text.replace("La diaspora", "Migration et développement\n\nLa diaspora"))
    headings = [axis.heading for axis in page.axis_sections]
    assert headings == ["Migration et développement", "Protection", "Jeunesse"] and not page.queued


def test_axes_that_do_not_add_up_are_not_told_apart() -> None:
    page = read(AXES.replace("trois axes", "quatre axes"))
    assert page.kind is Kind.AXES and not page.axis_sections and page.queued == ("axes_not_told_apart:4",)


def test_a_programme_page_is_no_news() -> None:
    page = read(PROGRAMME)
    assert page.kind is Kind.PROGRAMME and not page.queued and not page.lead
    assert page.programmes == ("FORSA-PLUS",) and page.regions == ("Béni Mellal-Khénifra",)
    assert page.donors == ("Royaume de Norvège", "Union européenne")


def test_a_page_of_contacts_names_each_of_them() -> None:
    page = read(CONTACTS)
    assert page.kind is Kind.CONTACT
    assert [(each.name, each.role) for each in page.contacts] == [
        ("Salma Exemple", "Chargée de communication"),
        ("Karim Modèle", "Assistant de programme"),
    ]
    assert page.contacts[1].phones == ("+212537000002", "+212661000002")
    assert page.contacts[1].email == "k.modele@example.org"


def test_a_contact_named_in_a_sentence_is_found() -> None:
    line = "For more information please contact Anna Example at IOM Rabat, Tel: +212 537 00 00 01, anna@example.org"
    page = read(f"{STATEMENT}\n{line}")
    (contact,) = page.contacts
    assert (contact.name, contact.office, contact.email) == ("Anna Example", "IOM Rabat", "anna@example.org")


def test_an_empty_line_after_every_line_parts_nothing() -> None:
    page, doubled = read(WRAPPED), read(WRAPPED.replace("\n", "\n\n"))
    assert [piece.text for piece in doubled.pieces] == [piece.text for piece in page.pieces]


def test_html_that_makes_a_paragraph_of_every_line_is_joined() -> None:
    lines = WRAPPED[len(MENU) :].replace('"', "&quot;").replace(">", "&gt;").split("\n")
    html = "<html><body>" + "".join(f"<p>{line}</p>\n" for line in lines) + "</body></html>"
    assert read(html).lead == read(WRAPPED).lead and read(html).quotes == read(WRAPPED).quotes


def test_a_statement_is_one_by_its_title() -> None:
    page = read(STATEMENT)
    assert page.kind is Kind.STATEMENT and page.dateline.place == "Rabat"


def test_a_page_that_is_all_menu_is_that() -> None:
    page = read(MENU)
    assert page.kind is Kind.MENU_ONLY and page.account.placed == 0 and "text_missing" in page.queued


def test_saved_html_loses_its_furniture_and_nothing_else() -> None:
    page = read(HTML)
    assert page.title == "Un guichet unique à Agadir" and page.dateline.place == "Agadir"
    assert page.dateline.start == datetime.date(2020, 2, 5)
    assert [line for line in page.menu_lines if line == "Actualités"]
    assert "var x" not in page.body and "Accueil" not in page.body
    found = {piece.kind: piece for piece in page.pieces}
    assert found[PieceKind.LIST].items == ("Conseil juridique", "Orientation médicale")
    assert found[PieceKind.TABLE].rows[1] == ("2019", "120")
    assert found[PieceKind.IMAGE].text == "Le guichet vu de la rue"
    assert found[PieceKind.LEAD].links[0].address == "https://example.org/droits"
    assert page.contacts[0].email == "kmodele@example.org" and page.contacts[0].role == "chargé de communication"


def test_the_vocabulary_of_the_site_recognises_names_and_spellings() -> None:
    vocabulary = Vocabulary(
        programmes=(Named("Retour accompagné", "RTAC", ("Programme du retour",)),),
        regions=(Named("Vallée Bleue", variants=("Blue Valley",)),),
        axes=(Named("Protection et accueil"),),
    )
    page = read(
        "Un titre sans histoire\n\nDans la Vallée bleue, l'axe protection et accueil et RTAC avancent.", vocabulary
    )
    assert page.regions == ("Vallée bleue",) and page.programmes == ("RTAC",)
    assert page.axes == ("protection et accueil",)


def test_a_town_is_not_its_region() -> None:
    vocabulary = Vocabulary(regions=(Named("Tanger-Tétouan-Al Hoceïma", variants=("Tanger",)), Named("Rabat")))
    page = read("Un titre sans histoire\n\nLes gens de Tanger et de Rabat sont là.", vocabulary)
    assert page.regions == ()


def test_a_word_that_looks_like_a_region_is_none() -> None:
    assert read("Un tapis oriental\n\nLe tapis oriental vient de la région de l’Afrique du Nord.").regions == ()
