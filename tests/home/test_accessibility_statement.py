"""The accessibility statement: one file of facts behind the page and the papers, complete and true."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from contacts.models import PressDesk
from home.accessibility.paper import paper
from home.accessibility.statement import facts, statement
from home.models import StandardPage
from languages import registry
from tests.factories import make_home, make_page

ROOT = Path(settings.BASE_DIR)
# WCAG 2.2: the criteria of levels A and AA; 4.1.1 is gone.
LEVELS = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 "
    "2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 "
    "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}
EVERY_LANGUAGE = pytest.mark.parametrize("code", registry.codes())


def criteria(code):
    return [one for principle in statement(code).principles for one in principle.criteria]


@EVERY_LANGUAGE
@pytest.mark.parametrize("level", LEVELS)
def test_every_criterion_of_the_standard_is_answered_once(level, code):
    assert [one.number for one in criteria(code) if one.level == level] == LEVELS[level].split()


def test_the_papers_say_what_the_file_says():
    assert (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8") == paper(statement("en"))


def test_every_test_that_is_named_exists():
    files = {file for check in facts()["checks"].values() for file in check["files"]}
    assert files and {file for file in files if not (ROOT / file).is_file()} == set()


def test_every_way_of_checking_is_used():
    assert {name for one in facts()["criteria"] for name in one["by"]} == set(facts()["checks"])


@EVERY_LANGUAGE
def test_nothing_is_left_unsaid_in_any_language(code):
    for one in criteria(code):
        assert one.name and one.how and one.checks and one.result_words
    names = {one.name for one in criteria(code)}
    assert len(names) == len(criteria(code))


def test_a_language_nobody_wrote_it_in_gets_the_default_one_with_its_direction():
    assert (statement("ar").code, statement("ar").direction) == (registry.default(), "ltr")


def test_full_conformance_is_said_only_when_nothing_is_met_in_part():
    partly = [one for one in criteria("en") if one.result == "partly"]
    assert statement("en").is_full == (not partly)
    assert statement("en").status == facts()["status"]["partly" if partly else "full"]["en"]


@pytest.fixture
def page(db):
    return make_page(
        StandardPage, make_home(), title_fr="Accessibilité", title_en="Accessibility", part="accessibility"
    )


@EVERY_LANGUAGE
def test_readers_see_every_criterion_with_its_result(client, page, code):
    html = client.get(page.url_in(code)).content.decode()
    rows = re.findall(r'<th scope="row">(\S+) .*?</th><td>(.*?)</td><td>(.*?)</td>', html)
    assert rows == [(one.number, one.level, one.result_words) for one in criteria(code)]


@EVERY_LANGUAGE
def test_readers_learn_whom_to_tell(client, page, code):
    PressDesk.objects.update_or_create(pk=1, defaults={"email": "presse@example.org"})
    text = client.get(page.url_in(code)).content.decode()
    assert 'href="mailto:presse@example.org"' in text.split('id="main"')[1].split("<footer")[0]


def test_a_plain_page_says_nothing_of_it_unless_asked(client, page):
    StandardPage.objects.update(part="")
    assert "2.4.11" not in client.get(page.url_in("fr")).content.decode()


def test_the_demo_leads_to_the_statement_from_every_foot(client, db):
    call_command("load_demo", verbosity=0)
    demo = StandardPage.objects.get(part="accessibility")
    for code in registry.codes():
        foot = client.get(f"/{code}/").content.decode().split("<footer")[1]
        assert f'href="{demo.url_in(code)}"' in foot


@pytest.mark.django_db
def test_each_group_of_criteria_has_a_heading_and_all_tables_the_same_columns(client):
    page = make_page(StandardPage, make_home(), part="accessibility")
    text = client.get(page.url_in("en")).text
    groups = statement("en").principles
    assert text.count('<section class="table criteria"') == len(groups) == text.count("<colgroup>")
    for group in groups:
        assert re.search(rf'<h3 id="([\w-]+)">{group.name}</h3><table aria-labelledby="\1">', text)
    css = (ROOT / "mission_site/static/css/components/table.css").read_text(encoding="utf-8")
    assert re.search(r"\.criteria table \{[^}]*table-layout: fixed", css)
