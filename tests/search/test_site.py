"""Search in the site: what is published is found at once, what is not is never found, suggested or counted."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from wagtail.models import PageViewRestriction

from search import drain, find, outbox, running
from search.engines.base import SearchUnavailable
from search.models import OutboxRow, PromotedPage, PromotedResult, SynonymGroup
from tests.factories import make_contact, make_news, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]


def ask(client, text, language="fr", **options):
    path = {"fr": "/fr/recherche/", "en": "/en/search/"}[language]
    response = client.get(path, {"q": text, **options})
    assert response.status_code == 200
    return response


def titles(client, text, language="fr", **options):
    drain.drain()
    context = ask(client, text, language, **options).context
    return [row.hit.title for row in (*context["rows"], *context["rows_in_other_language"])]


def publish(page):
    page.lead_fr, page.lead_en = page.lead_fr or "Chapeau", page.lead_en or "Lead"
    page.languages_to_publish = "fr en"
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_what_is_published_is_found_once_it_is_committed_in_both_languages(client, django_capture_on_commit_callbacks):
    page = make_news(title="Coopérative de tissage", live=False)
    drain.drain()
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    for text, language in (("cooperative", "fr"), ("tissage", "en")):
        rows = ask(client, text, language).context["rows"]
        assert [row.hit.title for row in rows] == [f"Coopérative de tissage {language}"]


def test_a_draft_is_never_found_suggested_or_counted(client):
    draft = make_news(title="Zanzibar", live=False)
    draft.save_revision()
    drain.drain()
    assert titles(client, "Zanzibar") == []
    body = json.loads(client.get("/fr/recherche/suggestions/", {"q": "zanz"}).content)
    assert body["suggestions"] == []
    assert ask(client, "Zanzibar").context["result"].total == 0


def test_what_is_unpublished_deleted_or_made_private_is_gone_at_once(client):
    pages = [publish(make_news(title=f"Ouragan {number}", lead_fr="c", lead_en="c")) for number in range(4)]
    assert len(titles(client, "Ouragan")) == 4
    pages[0].unpublish()
    assert len(titles(client, "Ouragan")) == 3
    pages[1].delete()
    assert len(titles(client, "Ouragan")) == 2
    PageViewRestriction.objects.create(page=pages[2], restriction_type="login")
    assert titles(client, "Ouragan") == ["Ouragan 3 fr"]


def test_a_language_that_is_not_ready_is_not_found(client):
    make_news(["fr"], title="Passerelle")
    drain.drain()
    context = ask(client, "Passerelle", "en").context
    assert context["rows"] == []
    assert [row.hit.language for row in context["rows_in_other_language"]] == ["fr"]


def test_a_transaction_that_fails_leaves_nothing_in_the_outbox():
    before = OutboxRow.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        make_news(title="Rien")
        raise RuntimeError
    assert OutboxRow.objects.count() == before


def test_renaming_a_programme_refreshes_the_news_about_it(client):
    programme = make_programme(title="Alphabeta")
    make_news(title="Nouvelle", programmes=[programme])
    drain.drain()
    assert "Nouvelle fr" in titles(client, "Alphabeta")
    programme.title_fr = "Gammadelta"
    publish(programme)
    assert "Nouvelle fr" in titles(client, "Gammadelta")


def test_a_publication_succeeds_while_the_engine_is_away(client, monkeypatch):
    def away(*args, **kwargs):
        raise SearchUnavailable("away")

    monkeypatch.setattr(running.engine(), "apply", away)
    page = publish(make_news(title="Malgré tout", lead_fr="c", lead_en="c", live=False))
    assert page.live
    monkeypatch.undo()
    drain.drain()
    assert titles(client, "malgré") == ["Malgré tout fr"]


def test_the_database_answers_when_every_engine_is_away(client, monkeypatch):
    make_news(title="Secours", date=date(2020, 1, 1))

    def away(*args, **kwargs):
        raise SearchUnavailable("away")

    monkeypatch.setattr(running.engine(), "search", away)
    monkeypatch.setattr(find, "build_in_background", lambda: None)
    response = ask(client, "secours")
    assert response.context["is_plain"]
    assert [row.hit.title for row in response.context["rows"]] == ["Secours fr"]


def test_facets_count_exactly_and_are_chosen_together(client):
    programme = make_programme(title="Cible")
    for number in range(3):
        make_news(title=f"Formation {number}", kind="story", programmes=[programme], date=date(2020 + number, 1, 1))
    make_news(title="Formation autre", kind="release", date=date(2021, 5, 1))
    drain.drain()
    groups = {group.name: group for group in ask(client, "formation").context["facet_groups"]}
    assert {choice.value: choice.count for choice in groups["kind"].choices} == {"story": 3, "release": 1}
    assert {choice.value: choice.count for choice in groups["year"].choices} == {"2020": 1, "2021": 2, "2022": 1}
    assert len(titles(client, "formation", kind=["story", "release"])) == 4
    assert len(titles(client, "formation", kind="story", year="2021")) == 1


def test_a_typing_error_is_corrected_and_said(client):
    make_news(title="Réintégration durable")
    drain.drain()
    context = ask(client, "reintegraton").context
    assert [row.hit.title for row in context["rows"]] == ["Réintégration durable fr"]
    assert context["result"].corrected_from == "reintegraton"
    assert "exact=1" in context["exact_url"]


def test_synonyms_and_promoted_results_work_at_once(client):
    page = make_news(title="Retour au pays")
    other = make_news(title="Autre sujet")
    drain.drain()
    assert titles(client, "XYZQ") == []
    SynonymGroup.objects.create(expressions="XYZQ\nretour au pays")
    assert titles(client, "XYZQ") == ["Retour au pays fr"]
    promoted = PromotedResult.objects.create(queries="retour au pays")
    PromotedPage.objects.create(promoted=promoted, page=other)
    assert titles(client, "retour au pays")[0] == "Autre sujet fr"
    assert page.title in titles(client, "retour au pays")


def test_a_card_comes_first_for_its_holder_with_a_typing_error_and_for_its_number(client):
    from contacts.models import Telephone

    card = make_contact(title="Responsable AVRR", holder="Youssef Idrissi")
    Telephone.objects.create(page=card, number="+212537652881", is_public=True)
    make_news(title="Entretien avec un responsable AVRR")
    publish(card)
    drain.drain()
    assert titles(client, "yousef idrisi")[0] == "Responsable AVRR fr"
    assert titles(client, "05 37 65 28 81")[0] == "Responsable AVRR fr"


def test_nothing_found_offers_a_way_on(client):
    make_news(title="Une nouvelle")
    drain.drain()
    offers = ask(client, "qwertzuiop").context["offers"]
    assert [page.title for page in offers["latest_news"]] == ["Une nouvelle fr"]


HOSTILE = [
    "q=%00",
    "q=" + "(" * 900,
    "q=%22",
    "q=" + "NOT+" * 900,
    "q=%ED%A0%80",
    "q=x&page=0",
    "q=x&page=1000000000000",
    "q=x&sort=%27",
    "q=x&kind=%ED%A0%80",
    "year=abc",
    "kind=" + "x" * 400,
]


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_addresses_never_fail(client, query):
    assert client.get(f"/fr/recherche/?{query}").status_code == 200
    assert client.get(f"/fr/recherche/suggestions/?{query}").status_code == 200


def test_searching_writes_nothing_and_stays_within_fifteen_queries(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for number in range(12):
        make_news(title=f"Marché {number}")
    drain.drain()
    with CaptureQueriesContext(connection) as captured:
        ask(client, "marché")
    assert len(captured) <= 15
    assert not [query for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_check_finds_and_repairs_what_differs(client, capsys):
    make_news(title="Perdue")
    drain.drain()
    running.engine().apply([], sorted(key for key, _digest in running.engine().keys()), outbox.newest())
    assert titles(client, "Perdue") == []
    with pytest.raises(CommandError, match="repaired"):
        call_command("search_check")
    assert titles(client, "Perdue") == ["Perdue fr"]
    call_command("search_check")
    assert "0 missing, 0 stale, 0 too many" in capsys.readouterr().out


def test_a_rebuild_keeps_what_is_public(client):
    make_news(title="Gardée")
    call_command("search_rebuild", verbosity=0)
    assert titles(client, "Gardée") == ["Gardée fr"]
    call_command("search_sync", verbosity=0)


def test_an_attached_document_is_searched_by_its_text(client):
    from news.models import Attachment
    from tests.factories import make_document

    document = make_document(name="note.txt", content=b"Le mot palimpseste figure ici.")
    page = make_news(title="Avec annexe")
    Attachment.objects.create(page=page, document=document)
    publish(page)
    call_command("search_sync", verbosity=0)
    assert titles(client, "palimpseste") == ["Avec annexe fr"]


def test_questions_without_result_are_kept_when_asked_often_and_hold_no_number(client, settings):
    from search import fruitless
    from search.models import FruitlessQuery

    fruitless.cache.clear()
    for _time in range(5):
        ask(client, "kwxqzv introuvable")
        ask(client, "0612345678")
    ask(client, "rare question wxqk")
    fruitless.flush()
    assert [row.text for row in FruitlessQuery.objects.all()] == ["kwxqzv introuvable"]
    assert FruitlessQuery.objects.get().times == 5


def test_a_question_with_the_words_of_a_role_is_reported_and_one_with_a_name_is_not(client):
    from search import fruitless

    make_contact(title="Responsable apiculture", holder="Youssef Idrissi")
    drain.drain()
    assert not fruitless.is_about_a_person("apiculture kwxqzv", "fr")
    assert fruitless.is_about_a_person("idrissi kwxqzv", "fr")
    assert fruitless.is_about_a_person("idrisi", "fr")
    assert fruitless.is_about_a_person("youssef", "en")


def test_a_promoted_result_and_a_synonym_count_at_the_next_question_in_both_languages(client):
    page, other = publish(make_news(title="Laverie solidaire")), publish(make_news(title="Buanderie du quartier"))
    assert titles(client, "lavomatic") == []
    group = SynonymGroup.objects.create(expressions="lavomatic\nlaverie\nbuanderie")
    for language in ("fr", "en"):
        assert {title[:-3] for title in titles(client, "lavomatic", language)} == {page.title[:-3], other.title[:-3]}
    promoted = PromotedResult.objects.create(queries="lavomatic")
    PromotedPage.objects.create(promoted=promoted, page=other.basepage_ptr)
    for language in ("fr", "en"):
        assert titles(client, "lavomatic", language)[0].startswith("Buanderie")
    promoted.delete()
    group.delete()
    assert titles(client, "lavomatic") == []
