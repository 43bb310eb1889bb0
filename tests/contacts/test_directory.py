"""The directory: a journalist asks, the right card comes first, and nonsense breaks nothing."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from contacts import finding
from contacts.directory import directory as ask
from contacts.models import ContactPage
from languages import registry
from tests.contacts.conftest import in_all_languages, titled

HOSTILE = [
    "'",
    '"',
    "\\",
    "\x00",
    "%",
    "_",
    "(" * 3000,
    "a" * 100_000,
    "-1",
    "1e9",
    "../..",
    "<script>",
    "٠٥",
    "\ud800",
]


def names(query: str) -> list[str]:
    """The names on the cards that a query string finds."""
    return [found.name for found in ask(QueryDict(query))["cards"]]


@pytest.fixture
def people(card, home, publish):
    """Four roles that differ in everything one may ask for."""
    from programmes.models import AxisIndexPage, AxisPage, ProgrammeIndexPage, ProgrammePage, Region

    programmes = publish(home.add_child(instance=ProgrammeIndexPage(**titled("Programmes"))))
    home.refresh_from_db()
    axes = publish(home.add_child(instance=AxisIndexPage(**titled("Axes"))))
    programme = ProgrammePage(**titled("Retour volontaire"), acronym="AVRR", slug="avrr")
    programme = publish(programmes.add_child(instance=programme))
    axis = publish(axes.add_child(instance=AxisPage(**titled("Protection"), slug="protection")))
    region = Region.objects.create(**in_all_languages("name", "L’Oriental test"), slug="oriental-test")
    card(
        "Responsable AVRR",
        "Salma Benjelloun",
        ("0500000001", True),
        ("0600000009", False),
        languages_spoken="ar,fr",
        media="print",
    )
    card(
        "Cheffe de la protection",
        "Claire Aubry",
        ("0500000002", True),
        languages_spoken="fr,en",
        media="radio,television",
    )
    card("Bureau de l’Est", "Youssef Idrissi", ("0500000003", True), languages_spoken="es", media="")
    card("Porte-parole", "", ("0500000004", True))
    for role, relation, subject in (
        ("Responsable AVRR", "programmes", programme),
        ("Cheffe de la protection", "axes", axis),
        ("Bureau de l’Est", "regions", region),
    ):
        page = ContactPage.objects.get(title=role)
        setattr(page, relation, [subject])
        publish(page)
    return ContactPage.objects.all()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Salma Benjelloun", "Claire Aubry", "Youssef Idrissi", "Porte-parole"]),
        ("programme=avrr", ["Salma Benjelloun"]),
        ("axis=protection", ["Claire Aubry"]),
        ("region=oriental-test", ["Youssef Idrissi"]),
        ("spoken=fr", ["Salma Benjelloun", "Claire Aubry"]),
        ("spoken=fr&medium=radio", ["Claire Aubry"]),
        ("medium=television&programme=avrr", []),
        ("q=aubry", ["Claire Aubry"]),
        ("q=protection", ["Claire Aubry"]),
        ("q=AVRR", ["Salma Benjelloun"]),
        ("q=oriental", ["Youssef Idrissi"]),
        ("q=05+00+00+00+03", ["Youssef Idrissi"]),
        ("q=%2B212+5+00+00+00+03", ["Youssef Idrissi"]),
        ("q=0500-000003", ["Youssef Idrissi"]),
        ("q=06+00+00+00+09", []),
        ("q=nobody", []),
    ],
)
def test_the_right_cards_are_found(people, query, found):
    assert names(query) == found


def test_who_left_is_not_found_by_name(card, publish):
    from django.utils import timezone

    page = card("Porte-parole", "Ancienne Personne")
    page.holders.all()[0].until = timezone.localdate().replace(year=2020)
    for holder in page.holders.all():
        holder.until = timezone.localdate().replace(year=2020)
        holder.save()
    assert names("q=Ancienne") == []


def test_a_draft_and_a_card_of_another_language_are_not_in_the_directory(card, publish):
    card("Seulement français", "A", codes=("fr",))
    card("Retirée", "B").unpublish()
    with registry.active("fr"):
        assert names("") == ["A"]
    with registry.active("en"):
        assert names("") == []


@pytest.mark.parametrize("field", ["q", "programme", "axis", "region", "spoken", "medium", "page"])
def test_nonsense_is_a_form_error_or_nothing(people, field):
    for text in HOSTILE:
        data = QueryDict(mutable=True)
        data[field] = text
        ask(data)


def test_an_unknown_value_is_told_in_the_form_and_finds_nobody(people):
    answer = ask(QueryDict("medium=telegraph"))
    assert "medium" in answer["filters"].errors
    assert answer["total"] == 0


def test_the_directory_costs_the_same_for_ten_and_a_thousand_cards(card, directory, desk):
    def cost(query: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            ask(QueryDict(query))
        return len(queries)

    card("Un", "A", ("0500000001", True), languages_spoken="ar")
    few = [cost(""), cost("q=A"), cost("spoken=ar")]
    for number in range(24):
        card(f"Rôle {number}", "B", ("0500000002", True), languages_spoken="ar")
    assert [cost(""), cost("q=A"), cost("spoken=ar")] == [count + 0 for count in few]
    assert max(few) <= 9


def test_a_finder_of_another_room_decides_the_order(people, monkeypatch):
    keys = {page.title: page.pk for page in people}
    order = [keys["Bureau de l’Est"], keys["Responsable AVRR"], 999_999]
    monkeypatch.setattr(finding, "_finders", [lambda text: finding.Answer(tuple(order))])
    assert names("q=anything") == ["Youssef Idrissi", "Salma Benjelloun"]
    monkeypatch.setattr(finding, "_finders", [lambda text: None])
    assert names("q=aubry") == ["Claire Aubry"]


def test_a_contact_file_is_found_under_its_language_and_nowhere_else(card, client):
    page = card("Porte-parole", "A", codes=("fr",))
    with registry.active("fr"):
        assert client.get(reverse("contact_vcard", args=[page.pk])).status_code == 200
    with registry.active("en"):
        assert client.get(reverse("contact_vcard", args=[page.pk])).status_code == 404
        assert page.card.vcard_url.startswith("/fr/")


def test_the_engine_finds_a_name_with_a_typing_error_and_the_page_says_so(
    card, client, directory, monkeypatch, settings, tmp_path
):
    from contacts.engine import by_engine
    from search import running
    from search.drain import drain

    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(finding, "_finders", [by_engine])
    card("Responsable AVRR", "Salma Benjelloun", ("0500000001", True))
    card("Cheffe de la protection", "Claire Aubry", ("0500000002", True))
    drain()
    try:
        assert names("q=Benjeloun")[:1] == ["Salma Benjelloun"]
        assert names("q=aubri")[:1] == ["Claire Aubry"]
        assert names("q=zzzzqqqq") == []
        corrected = client.get(directory.get_url(), {"q": "Benjeloun"}).content.decode()
        assert "<b>benjelloun</b>" in corrected and "ces mots" not in corrected
        partial = client.get(directory.get_url(), {"q": "Aubry hippopotame"}).content.decode()
        assert "Aucun contact ne réunit tous ces mots" in partial
    finally:
        running.forget()


def test_the_choices_of_filters_begin_with_a_capital(people):
    form = ask(QueryDict(""))["filters"]
    labels = [str(label) for name in ("spoken", "medium") for _value, label in form.fields[name].choices]
    assert len(labels) > 3 and not [label for label in labels if label[:1].islower()]
