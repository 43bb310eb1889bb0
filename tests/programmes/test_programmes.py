"""Programmes and axes: status, what hangs on them, and what is said of them elsewhere."""

from datetime import date

import pytest
from django.test import RequestFactory

from languages import registry
from programmes.models import OrganisationLogo, ProgrammeFigure, ProgrammePage, Strand
from programmes.periods import closed_notices
from tests.factories import (
    make_axis,
    make_contact,
    make_news,
    make_organisation,
    make_picture,
    make_programme,
    make_region,
)

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def context(page, code="fr"):
    with registry.active(code):
        return type(page).objects.get(pk=page.pk).get_context(RequestFactory().get("/"))


@pytest.mark.parametrize("about", ["programme", "news", "contact", "news_list", "directory"])
def test_a_closed_programme_says_so_with_its_date_on_every_page_about_it(client, about):
    names = {registry.field("acronym", code): "RDPP" for code in registry.codes()}
    programme = make_programme(status="closed", end=date(2019, 6, 30), **names)
    going_on = make_programme()
    pages = {
        "programme": programme,
        "news": make_news(programmes=[going_on, programme]),
        "contact": make_contact(programmes=[programme, going_on]),
    }
    pages |= {"news_list": pages["news"].get_parent(), "directory": pages["contact"].get_parent()}
    query = {"programme": programme.slug} if about in ("news_list", "directory") else {}
    said = {code: client.get(pages[about].specific.url_in(code), query).text for code in ("fr", "en")}
    assert "30 June 2019" in said["en"]
    assert "30 juin 2019" in said["fr"]
    if about != "programme":
        assert f'href="{programme.url_in("en")}"' in said["en"]


def test_a_card_draft_says_so_too():
    card = make_contact(programmes=[make_programme(status="closed", end=date(2019, 6, 30))])
    card.save_revision()
    draft = card.get_latest_revision_as_object()
    assert len(draft.get_context(RequestFactory().get("/"))["notices"]) == 1


def test_a_list_of_a_programme_that_goes_on_has_no_notice(client):
    programme = make_programme()
    make_programme(status="closed", end=date(2019, 6, 30))
    index = make_news(programmes=[programme]).get_parent().specific
    for query in ({}, {"programme": programme.slug}, {"programme": "nonsense"}):
        assert "2019" not in client.get(index.url_in("en"), query).text


def test_a_programme_that_goes_on_has_no_notice():
    assert make_programme().closed_notice == {}
    assert closed_notices([make_programme()]) == []


def test_a_programme_lists_its_public_news_newest_first():
    programme = make_programme()
    old = make_news(title="Old", date=date(2015, 1, 1), programmes=[programme])
    new = make_news(title="New", date=date(2021, 1, 1), programmes=[programme])
    make_news(title="Draft", programmes=[programme], live=False)
    make_news(title="English", programmes=[programme], languages=("en",))
    make_news(title="Other")
    assert [page.pk for page in context(programme)["news"]] == [new.pk, old.pk]


def test_a_programme_never_lists_the_news_of_an_axis_that_had_its_key():
    for make, field in ((make_axis, "axes"), (make_programme, "programmes")):
        subject = make(pk=987_654)
        news = make_news(**{field: [subject]})
        assert [page.pk for page in context(subject)["news"]] == [news.pk]
        subject.delete()


def test_what_hangs_on_a_programme_costs_one_query(django_assert_num_queries):
    from programmes.details import Details

    programme = make_programme(axes=[make_axis()], regions=[make_region()], donors=[make_organisation()])
    for number in range(3):
        Strand.objects.create(page=programme, name_fr=f"Volet {number}", sort_order=3 - number)
        ProgrammeFigure.objects.create(page=programme, number="12.50", label_fr="x", as_of=date(2021, 12, 31))
    page = ProgrammePage.objects.get(pk=programme.pk)
    with django_assert_num_queries(1):
        details = Details.of(page)
    assert [strand.name_fr for strand in details.strands] == ["Volet 2", "Volet 1", "Volet 0"]
    assert str(details.figures[0].number) == "12.5"
    assert details.figures[0].as_of == date(2021, 12, 31)


def test_a_draft_shows_what_hangs_on_the_draft_not_on_the_live_page():
    from programmes.details import Details

    programme = make_programme(regions=[make_region("Oriental")])
    Strand.objects.create(page=programme, name_fr="Live")
    page = ProgrammePage.objects.get(pk=programme.pk)
    page.strands = [Strand(name_fr="Draft")]
    page.regions = []
    draft = page.save_revision().as_object()
    details = Details.of(draft)
    assert [strand.name_fr for strand in details.strands] == ["Draft"]
    assert details.regions == []


def test_the_logo_of_the_readers_language_is_shown_else_the_one_for_all():
    donor = make_organisation("Union")
    for_all, english = make_picture(), make_picture()
    OrganisationLogo.objects.create(organisation=donor, picture=for_all, sort_order=1)
    OrganisationLogo.objects.create(organisation=donor, picture=english, language="en", sort_order=0)
    programme = make_programme(donors=[donor])
    names = {code: context(programme, code)["donors"][0]["logo"]["src"] for code in ("fr", "en")}
    assert for_all.file.name.rsplit("/")[-1].split(".")[0] in names["fr"]
    assert english.file.name.rsplit("/")[-1].split(".")[0] in names["en"]


def test_donors_and_partners_stand_apart():
    programme = make_programme(donors=[make_organisation("Payer"), make_organisation("Helper", kind="partner")])
    found = context(programme)
    assert [item["title"] for item in found["donors"]] == ["Payer fr"]
    assert [item["title"] for item in found["partners"]] == ["Helper fr"]


def test_the_full_name_of_another_language_is_no_heading():
    page = make_programme(title="Short", full_name_fr="Le nom entier")
    with registry.active("fr"):
        assert page.heading == "Le nom entier"
    with registry.active("en"):
        assert page.heading == "Short en"


def test_an_axis_lists_its_public_programmes_and_its_contacts():
    axis = make_axis()
    shown = make_programme(title="Shown", axes=[axis])
    make_programme(title="Draft", axes=[axis], live=False)
    make_contact(holder="Salma Essai", axes=[axis])
    make_contact(holder="", axes=[axis])
    found = context(axis)
    assert [item["url"] for item in found["programmes"]] == [shown.url_in("fr")]
    assert [card.name for card in found["contacts"]] == ["Salma Essai"]


def test_a_programme_is_found_under_its_own_name_its_axes_and_its_regions():
    axis, region = make_axis(), make_region("Souss-Massa", variants="Souss Massa Drâa, Agadir")
    programme = make_programme(axes=[axis], regions=[region])
    entry = ProgrammePage.objects.get(pk=programme.pk).search_entry("fr")
    assert entry.kind == "programme"
    assert entry.facets == {"programme": (programme.slug,), "axis": (axis.slug,), "region": (region.slug,)}
    assert {"Souss-Massa", "Agadir"} <= set(entry.topics)


def test_facets_know_what_their_values_are_called():
    from search.registry import facets

    axis, region, programme = make_axis(title="Axe"), make_region("Oriental"), make_programme(acronym_fr="AVRR")
    with registry.active("fr"):
        assert facets["axis"].labels([axis.slug]) == {axis.slug: "Axe fr"}
        assert facets["region"].labels([region.slug]) == {region.slug: "Oriental"}
        assert facets["programme"].labels([programme.slug, "none"]) == {programme.slug: "AVRR"}
