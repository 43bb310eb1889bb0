"""The servers and tools that other tests stand on really run."""

import json
import smtplib
import urllib.request
from pathlib import Path

import psycopg
import pytest


def test_elasticsearch_analyses_french_english_and_arabic(elasticsearch_url):
    found = {}
    for analyser, text in (("french", "les réintégrations"), ("english", "the migrants"), ("arabic", "المهاجرون")):
        body = json.dumps({"analyzer": analyser, "text": text}).encode()
        question = urllib.request.Request(
            f"{elasticsearch_url}/_analyze", body, {"Content-Type": "application/json"}, method="POST"
        )
        with urllib.request.urlopen(question, timeout=30) as answer:
            found[analyser] = [token["token"] for token in json.load(answer)["tokens"]]
    assert found["french"] == ["reinteg"]
    assert found["english"] == ["migrant"]
    assert found["arabic"] == ["مهاجر"]


def test_postgresql_stores_accents(postgres_url):
    with psycopg.connect(postgres_url.replace("postgres://", "postgresql://"), autocommit=True) as connection:
        assert connection.execute("select upper('réintégration œuvre')").fetchone()[0].startswith("R")
        assert connection.execute("show server_encoding").fetchone()[0] == "UTF8"


def test_a_mail_sent_by_django_reaches_the_mailbox(mailbox):
    from django.core.mail import send_mail

    send_mail("Révision demandée", "Bonjour", "presse@example.org", ["salma@example.org"])
    assert [message["Subject"] for message in mailbox.messages] == ["Révision demandée"]


def test_the_mailbox_can_refuse(mailbox):
    mailbox.refusing = True
    with smtplib.SMTP("127.0.0.1", mailbox.port, timeout=10) as client, pytest.raises(smtplib.SMTPDataError):
        client.sendmail("a@example.org", ["b@example.org"], "x")


@pytest.fixture
def faulty_page(tmp_path: Path) -> Path:
    file = tmp_path / "faulty.html"
    file.write_text(
        '<!doctype html><html lang="en"><head><title>A page</title></head>'
        '<body><main><h1>A page</h1><img src="a.png"><p align="left">Text</p></main></body></html>'
    )
    return file


def test_every_checker_finds_a_picture_without_alternative(npm_tools, faulty_page):
    assert any("alt" in message["message"] for message in npm_tools.nu_messages([faulty_page]))
    reports = npm_tools.html_validate([faulty_page])
    assert any(message["ruleId"] == "wcag/h37" for report in reports for message in report["messages"])
    assert any(issue["code"].endswith("H37") for issue in npm_tools.pa11y(faulty_page.as_uri()))


def test_axe_finds_a_picture_without_alternative_in_the_browser(npm_tools, faulty_page, browser):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(faulty_page.as_uri())
    page.evaluate(npm_tools.axe_source)
    found = page.evaluate("axe.run().then(result => result.violations.map(violation => violation.id))")
    context.close()
    assert "image-alt" in found
