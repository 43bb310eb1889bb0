"""The numbers for a monitor: what they say, and who may read them."""

import re

import pytest
from django.core.management import call_command

from search import counters, drain, find, metrics, running
from search.engines.base import SearchQuery, SearchUnavailable
from tests.factories import make_news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
# https://prometheus.io/docs/instrumenting/exposition_formats/
LINE = re.compile(r'[a-z_]+(\{([a-z]+="(?:[^"\\\n]|\\["\\n])*",?)+\})? [0-9]+')


def values() -> dict[str, int]:
    """The numbers by name and labels."""
    lines = [line for line in metrics.text().splitlines() if not line.startswith("#")]
    return {name: int(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_every_line_is_as_the_format_wants_it(monkeypatch):
    monkeypatch.setattr(running.engine(), "_last_error", 'he said "no"\n\\ twice')
    lines = metrics.text().splitlines()
    assert all(line.startswith("# ") or LINE.fullmatch(line) for line in lines), lines
    assert any("last_error_info" in line and "twice" in line for line in lines)


def test_documents_and_lag_are_those_of_the_index():
    make_news(title="Comptée")
    before = values()
    assert before['mission_search_lag_rows{engine="embedded"}'] > 0
    drain.drain()
    after = values()
    assert after['mission_search_lag_rows{engine="embedded"}'] == 0
    assert after['mission_search_documents{engine="embedded"}'] >= before['mission_search_documents{engine="embedded"}']
    assert after['mission_search_ready{engine="embedded"}'] == 1


def test_questions_and_suggestions_are_counted(client):
    before = values()
    client.get("/fr/recherche/", {"q": "formation"})
    client.get("/fr/recherche/suggestions/", {"q": "form"})
    after = values()
    assert after["mission_search_questions_total"] == before["mission_search_questions_total"] + 1
    assert after["mission_search_suggestions_total"] == before["mission_search_suggestions_total"] + 1


def test_answers_of_the_database_are_counted(client, monkeypatch):
    def away(*args, **kwargs):
        raise SearchUnavailable("away")

    monkeypatch.setattr(running.engine(), "search", away)
    monkeypatch.setattr(find, "build_in_background", lambda: None)
    client.get("/fr/recherche/", {"q": "formation"})
    assert values()["mission_search_database_total"] == 1


def test_a_folder_that_cannot_be_written_costs_no_answer(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    (tmp_path / "index" / ".counters").mkdir()
    counters.count(counters.QUESTIONS)
    assert set(counters.read()) == {0}
    assert find.search(SearchQuery("formation", "fr")).total == 0


def test_strangers_may_not_read_them(client, admin_client):
    assert client.get("/metrics/").status_code == 403
    assert client.get("/metrics/", headers={"Authorization": "Bearer wrong"}).status_code == 403
    assert client.get("/metrics/", headers={"Authorization": "é"}).status_code == 403
    for answer in (admin_client.get("/metrics/"), client.get("/metrics/", headers=bearer())):
        assert answer.status_code == 200
        assert "mission_search_documents" in answer.content.decode()
        assert answer.headers["Cache-Control"] == "no-store"


def bearer() -> dict[str, str]:
    """What a monitor sends."""
    return {"Authorization": f"Bearer {metrics.token()}"}


def test_the_command_prints_the_numbers_and_the_token(capsys):
    call_command("search_metrics")
    assert "mission_search_ready" in capsys.readouterr().out
    call_command("search_metrics", "--token")
    assert capsys.readouterr().out == metrics.token()
