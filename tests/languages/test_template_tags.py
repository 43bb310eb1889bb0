"""What templates need to know about languages."""

import pytest
from django.template import Context, Template

from home.models import StandardPage
from languages.links import alternates, language_links
from languages.registry import active
from tests.languages.drafts import publish

pytestmark = pytest.mark.django_db


def _render(text, **context):
    return Template("{% load languages_tags %}" + text).render(Context(context))


@pytest.fixture
def french(home):
    """A page in French only."""
    return home.add_child(instance=StandardPage(title_fr="Projet", slug="projet"))


def test_a_page_links_to_itself_in_the_languages_it_exists_in(release, rf):
    with active("fr"):
        here, there = language_links(release, rf.get("/"))
    assert here.is_current and here.exists and here.url == release.url_in("fr")
    assert (there.code, there.name, there.direction) == ("en", "English", "ltr")
    assert there.exists and there.url == release.url_in("en")


def test_a_language_without_the_page_leads_to_its_front_page(french, rf):
    with active("fr"):
        _here, there = language_links(french, rf.get("/"))
    assert not there.exists and there.url == "/en/"


def test_alternates_are_only_the_public_languages(french, release, draft):
    assert not alternates(french)
    assert [code for code, _url in alternates(release)] == ["fr", "en", "x-default"]
    assert all(url.startswith("http") for _code, url in alternates(release))


def test_alternates_leave_out_what_is_pending(draft):
    assert not alternates(publish(draft, "fr"))


def test_a_part_is_rendered_in_another_language(release):
    with active("fr"):
        text = _render("{% in_language 'en' %}{{ page.title }}{% endin_language %}/{{ page.title }}", page=release)
    assert text == "Voluntary returns/Retours volontaires"


def test_an_unknown_language_leaves_the_active_one(release):
    with active("fr"):
        assert _render("{% in_language 'xx' %}{{ page.title }}{% endin_language %}", page=release) == (
            "Retours volontaires"
        )


def test_the_direction_is_that_of_the_language():
    assert _render("{% dir 'en' %}{% dir %}") == "ltrltr"


def test_links_and_alternates_are_given_to_templates(release, rf):
    text = _render(
        "{% language_links page as links %}{{ links|length }} "
        "{% language_alternates page as found %}{{ found|length }}",
        page=release,
        request=rf.get("/"),
    )
    assert text == "2 3"


def test_readers_are_told_when_a_translation_is_behind(release):
    page = publish(release, "fr", lead_fr="Autre chose est arrivé.")
    with active("en"):
        assert _render("{{ page|is_behind }}", page=page) == "True"
    with active("fr"):
        assert _render("{{ page|is_behind }}", page=page) == "False"
