"""Old pages become drafts of the right kind, once, with everything in its place."""

import datetime

import pytest
from django.core.management import call_command

from contacts.models import ContactPage
from importer.importing import Importer, Outcome
from importer.models import ImportedFile, WaitingPage
from languages import registry
from news.models import NewsPage
from programmes.models import AxisIndexPage, AxisPage, ProgrammePage
from tests.factories import make_axis, make_contact, make_organisation, make_programme, make_region

from .pages import AXES, BILINGUAL, CONTACTS, ENGLISH, HTML, MENU, PROGRAMME, STORY, WRAPPED

pytestmark = pytest.mark.django_db
FRENCH, ENGLISH_CODE = "fr", "en"


def take(text: str, name: str = "page.txt") -> Outcome:
    """Import a page given as text."""
    return Importer().take(name, text.encode)


def draft(text: str) -> NewsPage:
    """Import a page and return its draft as an officer would open it."""
    return take(text).record.page.specific.get_latest_revision_as_object()


def blocks(page: NewsPage, code: str = FRENCH) -> list[str]:
    return [block.block_type for block in getattr(page, registry.field("body", code))]


def test_a_release_becomes_a_draft_with_its_dateline_and_contact() -> None:
    page = draft(WRAPPED)
    assert isinstance(page, NewsPage) and page.kind == NewsPage.Kind.RELEASE and not page.live
    assert page.place_fr == "Ifrane" and page.date == datetime.date(2014, 9, 12) and page.date_end is None
    assert page.title_fr.startswith("Des apicultrices") and page.lead_fr.startswith("Vingt apicultrices")
    assert not page.title_en and blocks(page) == ["quote", "paragraph"]
    assert page.body_fr[0].value["speaker"] == "Hanane Modèle"
    card = page.news_contacts.get().contact
    holder = card.holders.get()
    assert (holder.name, holder.since, holder.until) == ("Salma Exemple", None, None)
    assert card.title_fr == "responsable de la communication" and not card.live
    assert card.telephones.get().number == "+212661000001" and card.email == "s.exemple@example.org"


def test_a_draft_of_the_importer_is_public_in_no_language() -> None:
    page = take(BILINGUAL).record.page.specific
    assert not page.live and page.public_languages == ()


def test_a_page_said_twice_fills_both_languages() -> None:
    page = draft(BILINGUAL)
    assert page.kind == NewsPage.Kind.EVENT and page.date_precision == NewsPage.Precision.RANGE
    assert page.title_fr.startswith("Atelier") and page.title_en.startswith("Workshop")
    assert len(page.body_fr) == len(page.body_en) == 1 and page.lead_en.startswith("Some thirty")


def test_an_english_page_has_no_french_text() -> None:
    page = draft(ENGLISH)
    assert page.title_en.startswith("The mission") and not page.title_fr and not page.lead_fr
    assert blocks(page, ENGLISH_CODE) == ["quote", "quote", "heading", "paragraph", "paragraph"]


def test_saved_html_keeps_links_lists_tables_and_the_words_of_pictures() -> None:
    page = draft(HTML)
    assert blocks(page) == ["heading", "paragraph", "callout", "table", "quote"]
    assert "<li>Conseil juridique</li>" in str(page.body_fr[1].value.source)
    assert page.body_fr.raw_data[3]["value"]["data"][1] == ["2019", "120"]


def test_what_the_page_names_and_the_site_knows_is_chosen() -> None:
    region = make_region("Béni Mellal-Khénifra")
    donor = make_organisation("Royaume de Norvège", name_fr="Royaume de Norvège")
    page = draft(PROGRAMME)
    assert isinstance(page, ProgrammePage)
    assert list(page.regions.all()) == [region] and list(page.donors.all()) == [donor]


def test_a_programme_of_the_site_is_recognised_by_its_acronym() -> None:
    programme = make_programme(acronym_fr="AVRR", acronym_en="AVRR")
    assert [each.pk for each in draft(STORY).programmes.all()] == [programme.pk]


def test_a_region_that_the_site_does_not_know_is_listed_and_not_created() -> None:
    outcome = take(HTML)
    assert outcome.receipt["regions"] == ["Souss-Massa"]
    assert not outcome.record.page.specific.regions.exists()


def test_a_page_of_axes_becomes_the_list_of_axes_with_its_headings_asked_for() -> None:
    page = draft(AXES)
    assert isinstance(page, AxisIndexPage)
    assert blocks(page) == [
        "paragraph",
        "heading",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert [block.value for block in page.body_fr if block.block_type == "heading"] == ["", "", ""]


def test_a_page_of_axes_stands_beside_the_axes_of_the_site() -> None:
    axis = make_axis()
    page = draft(AXES)
    assert isinstance(page, AxisPage) and page.get_parent().pk == axis.get_parent().pk


def test_a_page_of_contacts_becomes_a_card_for_each_person() -> None:
    page = draft(CONTACTS)
    assert isinstance(page, ContactPage) and page.title_fr == "Chargée de communication"
    assert ContactPage.objects.count() == 2 and not ContactPage.objects.live().exists()


def test_a_page_of_contacts_loses_no_word_and_touches_no_card_of_the_site() -> None:
    card = make_contact(holder="Salma Exemple")
    page = draft(CONTACTS.replace("Contacts\n", "Nous répondons le matin\n\nContacts\n"))
    assert page.pk != card.pk and "Nous répondons le matin" in str(page.body_fr[0].value["text"].source)


def test_a_card_that_the_site_has_is_used_and_not_made_again() -> None:
    card = make_contact(holder="Salma Exemple")
    page = draft(WRAPPED)
    assert page.news_contacts.get().contact_id == card.pk and ContactPage.objects.count() == 1
    assert "s.exemple@example.org" in page.notes_to_editors_fr


def test_the_same_content_is_imported_once_under_whatever_name() -> None:
    first, second = take(WRAPPED), take(WRAPPED, "other.txt")
    assert first.is_new and not second.is_new and second.record == first.record
    assert second.receipt == first.receipt
    assert NewsPage.objects.count() == 1 and ContactPage.objects.count() == 1 and ImportedFile.objects.count() == 1


def test_a_second_run_leaves_what_an_officer_has_changed() -> None:
    page = take(WRAPPED).record.page.specific
    page.title_fr = "Un autre titre"
    page.save_revision()
    take(WRAPPED)
    assert page.revisions.count() == 2 and page.get_latest_revision_as_object().title_fr == "Un autre titre"


def test_a_deleted_draft_may_be_imported_again() -> None:
    take(WRAPPED).record.page.delete()
    assert take(WRAPPED).is_new


def test_a_menu_becomes_a_draft_that_waits_for_everything() -> None:
    record = take(MENU).record
    assert record.page.specific.live is False
    assert WaitingPage.objects.get(file=record).reasons == ["title_missing", "date_missing", "text_missing"]


def test_a_dry_import_writes_nothing() -> None:
    outcome = Importer(is_dry=True).take("page.txt", WRAPPED.encode)
    assert outcome.is_new and outcome.receipt["kind"] == "news_release"
    assert not NewsPage.objects.exists() and not ImportedFile.objects.exists() and not ContactPage.objects.exists()


def test_every_kind_of_page_can_be_opened_and_its_draft_validates(client, django_user_model) -> None:
    admin = django_user_model.objects.create_superuser("root", "root@example.org", "a long enough password")
    client.force_login(admin)
    for number, text in enumerate((WRAPPED, HTML, AXES, PROGRAMME, CONTACTS, STORY, MENU)):
        page = take(text, f"page-{number}.txt").record.page
        assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200


def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "importer", check=True, dry_run=True, verbosity=0)
