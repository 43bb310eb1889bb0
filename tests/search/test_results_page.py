"""What a reader sees of results: filters that can be taken back, versions, kinds, dates, people, pages."""

import json
import re
import shutil
from datetime import date

import pytest
from django.utils import timezone

from search import drain, find, running
from tests.factories import make_contact, make_news, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
FRENCH, ENGLISH = "/fr/recherche/", "/en/search/"


def ask(client, path=FRENCH, **asked):
    """The answer to a question about what is published now, and its text without markup."""
    drain.drain()
    response = client.get(path, asked)
    assert response.status_code == 200
    body = response.content.decode()
    response.main = body[body.index("<main") :]
    response.said = " ".join(re.sub(r"<[^>]+>", " ", response.main).split())
    return response


def suggested(client, text, path=FRENCH):
    drain.drain()
    return json.loads(client.get(f"{path}suggestions/", {"q": text}).content)["suggestions"]


def test_a_page_number_past_the_end_shows_the_last_page(client):
    for number in range(13):
        make_news(title=f"Marché {number}")
    response = ask(client, q="marché", page=9)
    assert len(response.context["rows"]) == 3
    assert response.context["result"].page == 2
    assert 'aria-current="page"' in response.main
    assert 'rel="prev nofollow" href="?q=march%C3%A9"' in response.main
    assert 'rel="next' not in response.main
    first = ask(client, q="marché")
    assert 'rel="next nofollow" href="?q=march%C3%A9&amp;page=2"' in first.main


def test_the_title_names_the_page_and_the_switch_of_languages_forgets_it(client):
    for number in range(13):
        make_news(title=f"Marché {number}")
    body = ask(client, q="marché", page=2).content.decode()
    assert re.search(r"<title>[^<]*page 2 [^<]*2", body)
    assert 'href="/en/search/?q=march%C3%A9"' in body
    assert "<title>" in (once := ask(client, q="marché").content.decode())
    assert not re.search(r"<title>[^<]*page 1", once)


@pytest.mark.parametrize(
    "filters",
    [{"kind": "story"}, {"kind": "story", "year": "1999"}, {"programme": "nobody-knows"}, {"language": "zz"}],
)
@pytest.mark.parametrize("text", ["formation", ""])
def test_a_filter_that_empties_the_results_can_be_taken_back(client, filters, text):
    make_news(title="Formation", kind="release")
    make_news(title="Autre", kind="story")
    filters = filters if text else {**filters, "year": "1999"}
    response = ask(client, **({"q": text} if text else {}), **filters)
    assert response.context["result"].total == 0
    chosen = {(one.url) for one in response.context["chosen"]}
    assert len(chosen) == len(filters)
    for url in chosen:
        assert f'href="{url.replace("&", "&amp;")}"' in response.main
    assert f'href="{response.context["clear_url"].replace("&", "&amp;")}"' in response.main
    assert not set(filters) & set(response.context["clear_url"].replace("=", "?").split("?")), "nothing is chosen there"
    assert response.context["without_filters"] == (1 if text else 0)


def test_facets_stay_when_nothing_is_left_with_the_choice_at_none_and_the_others_counted(client):
    make_news(title="Formation", kind="release")
    make_news(title="Autre", kind="story")
    groups = {group.name: group for group in ask(client, q="formation", kind="story").context["facet_groups"]}
    kinds = {choice.value: (choice.count, choice.is_selected) for choice in groups["kind"].choices}
    assert kinds == {"release": (1, False), "story": (0, True)}


def test_where_filters_emptied_the_answer_fewer_words_are_not_the_advice(client):
    make_news(title="Formation", kind="release")
    advice = "Try fewer words"
    assert advice not in ask(client, ENGLISH, q="formation", kind="story").said
    assert advice in ask(client, ENGLISH, q="qwertzuiop").said


def test_chosen_filters_are_named_where_there_are_results_too(client):
    make_news(title="Formation", kind="release")
    response = ask(client, q="formation", kind="release")
    assert [str(one.url) for one in response.context["chosen"]] == ["?q=formation"]
    assert response.context["chosen"][0].url in response.main


def test_a_page_found_in_its_other_version_is_shown_in_the_readers_and_says_so(client):
    make_news(title_fr="Le port de pêche", title_en="The fishing harbour", lead_en="A lighthouse.", lead_fr="La mer.")
    make_news(["en"], title_en="Lighthouse keepers")
    response = ask(client, q="lighthouse")
    (row,) = response.context["rows"]
    assert (row.hit.title, row.language, row.found_in) == ("Le port de pêche", "", "en")
    assert "anglais" in re.search(r"Le port de pêche.*?</li>", response.main, re.S).group(0)
    (other,) = response.context["rows_in_other_language"]
    assert (other.hit.title, other.language) == ("Lighthouse keepers", "en")
    assert '<a href="' + other.hit.url + '" lang="en" dir="ltr" hreflang="en">' in response.main


def test_kind_and_date_of_a_result_in_another_language_are_the_readers(client):
    make_news(["fr"], title="Passerelle", kind="story", date=date(2022, 2, 14))
    response = ask(client, ENGLISH, q="passerelle")
    (row,) = response.context["rows_in_other_language"]
    assert (str(row.kind).lower(), row.date, row.datetime) == ("story", "14 February 2022", "2022-02-14")
    assert "février" not in response.main


def test_a_date_that_is_known_by_its_year_only_shows_no_day_in_any_language(client):
    make_news(["fr"], title="Passerelle", date=date(2022, 2, 14), date_precision="year")
    (row,) = ask(client, ENGLISH, q="passerelle").context["rows_in_other_language"]
    assert (row.date, row.datetime) == ("2022", "2022")


def test_a_range_of_days_is_shown_whole_in_the_readers_language(client):
    days = {"date": date(2022, 2, 26), "date_end": date(2022, 3, 1), "date_precision": "range"}
    make_news(["en"], title="Footbridge", **days)
    (row,) = ask(client, q="footbridge").context["rows_in_other_language"]
    assert row.date == "26 février au 1er mars 2022"


@pytest.mark.parametrize("text", ["communiqué du 16 mai 2016", "16-19 mai 2016", "19 May 2016", "16/05/2016"])
def test_a_page_is_found_by_the_days_of_its_dateline_before_others_of_the_month(client, text):
    for day in (3, 9, 17, 25):
        make_news(title=f"Un atelier de mai 2016 à Rabat, le {day}", date=date(2016, 5, day))
    days = {"date": date(2016, 5, 16), "date_end": date(2016, 5, 19), "date_precision": "range"}
    make_news(title_fr="Deux formations", **days)
    assert ask(client, q=text).context["rows"][0].title == "Deux formations"


def test_a_result_names_its_programmes_in_the_readers_language(client):
    programme = make_programme(acronym_fr="CIBLE", acronym_en="TARGET")
    make_news(title="Formation", programmes=[programme])
    assert [str(name) for name in ask(client, q="formation").context["rows"][0].programmes] == ["CIBLE"]
    response = ask(client, ENGLISH, q="formation")
    assert "TARGET" in response.main.partition('class="results"')[2]


def test_a_card_is_called_a_press_contact(client):
    make_contact(title="Responsable apiculture", holder="Youssef Idrissi")
    assert "Press contact" in ask(client, ENGLISH, q="apiculture").said.partition("result for")[2]


def test_a_vacant_role_says_once_that_the_press_desk_answers(client):
    make_contact(title="Responsable apiculture", holder="")
    response = ask(client, ENGLISH, q="apiculture")
    row = response.said.partition("Press contact")[2]
    assert row.count("Responsable apiculture en") == 1
    assert row.count("The press desk answers for this role") == 1


def test_a_held_role_shows_role_and_holder_once_each(client):
    make_contact(title="Responsable apiculture", holder="Youssef Idrissi")
    row = ask(client, ENGLISH, q="apiculture").said.partition("Press contact")[2]
    assert row.count("Responsable apiculture en") == row.count("Youssef Idrissi") == 1


def test_a_person_is_suggested_by_name_and_role(client):
    make_contact(title="Responsable apiculture", holder="Youssef Idrissi")
    (row,) = suggested(client, "idri", ENGLISH)
    assert (row["title"], row["kind"]) == ("Youssef Idrissi — Responsable apiculture en", "Press contact")


def test_a_suggestion_stands_in_the_readers_language_and_says_where_it_cannot(client):
    make_news(title_fr="Le port de pêche", title_en="The fishing harbour")
    make_news(["en"], title_en="Harbour lights", kind="story")
    found = {row["title"]: row for row in suggested(client, "harb")}
    assert set(found) == {"Le port de pêche", "Harbour lights"}
    assert "language" not in found["Le port de pêche"]
    assert found["Harbour lights"]["language"] == "en"
    assert "anglais" in found["Harbour lights"]["kind"]


def test_years_stand_from_the_newest_whatever_their_counts(client):
    for year in (2019, 2019, 2021, 2020, 2020, 2020):
        make_news(title="Formation", date=date(year, 1, 1))
    groups = {group.name: group for group in ask(client, q="formation").context["facet_groups"]}
    assert [choice.value for choice in groups["year"].choices] == ["2021", "2020", "2019"]


def test_the_database_says_so_when_the_index_is_gone_and_keeps_to_the_filters(client, monkeypatch):
    make_news(title="Secours", kind="story", date=date(2020, 1, 1))
    make_news(title="Secours bis", kind="release", date=date(2020, 1, 1))
    drain.drain()
    monkeypatch.setattr(find, "build_in_background", lambda: None)
    shutil.rmtree(running.settings.SEARCH_INDEX_DIR)
    response = client.get(ENGLISH, {"q": "secours", "kind": "story"})
    assert [row.hit.title for row in response.context["rows"]] == ["Secours en"]
    assert b"The search is working in a simple way at the moment." in response.content


def test_when_only_some_of_the_words_are_found_it_is_said(client):
    make_news(title="Formation des enseignants")
    make_news(title="Caravane médicale")
    response = ask(client, ENGLISH, q="formation caravane", exact="1")
    assert response.context["result"].is_partial
    assert "No page has all these words" in response.said
    assert "No page has all these words" not in ask(client, ENGLISH, q="formation enseignants").said


def test_the_search_page_has_one_search_box_and_prints_the_question(client):
    make_news(title="Formation")
    body = ask(client, q="formation", sort="date").content.decode()
    assert body.count('name="q"') == 1
    assert "?q=formation&amp;sort=date</bdi>" in body
    assert client.get("/fr/").content.decode().count('name="q"') == 1


def test_facets_come_before_the_results_folded_and_only_once(client):
    for kind in ("story", "release"):
        make_news(title="Formation", kind=kind, date=date(2020, 1, 1))
    main = ask(client, q="formation").main
    assert main.count('id="facets"') == 1
    assert main.index('id="facets"') < main.index('class="results"')
    assert '<details class="fold"><summary>' in main


@pytest.mark.parametrize("text", ["??", '""', "- …", "*"])
def test_signs_without_a_letter_ask_for_nothing(client, text):
    make_news(title="Formation")
    response = ask(client, q=text)
    assert response.context["asked"].is_empty
    assert response.context["rows"] == []


@pytest.mark.parametrize("asked", [{}, {"q": "marché"}])
def test_a_printed_search_says_of_which_day_it_is(client, asked):
    today = timezone.localdate(timezone=timezone.get_default_timezone())
    printed = ask(client, **asked).main.split('class="printed')[1].split("</p>")[0]
    assert FRENCH in printed and str(today.year) in printed


def test_titles_extracts_and_suggestions_are_set_as_french_is(client):
    make_news(title="Retour au pays : un étal pour 22 100 dirhams", lead_fr="Aide médicale ; une prime de 45% de plus.")
    said = re.sub("</?mark>", "", ask(client, q="pays").main)
    assert "un étal pour 22\u202f100 dirhams" in said and "\u202f: un étal" in said
    assert "médicale\u202f; une" in said and "45\u202f%" in said
    assert "\u202f: un étal" in suggested(client, "retour au")[0]["title"]
