"""Related news: found by the search engine, public in that language only, accepted by who may edit the page."""

import uuid

import pytest
from django.core.cache import cache
from django.urls import reverse

from people.roles import Role
from search import drain, running
from search.engines.elastic.engine import ElasticEngine
from tests.factories import make_news, make_programme
from tests.people.conftest import person  # noqa: F401 a fixture
from tests.search.test_elasticsearch import remove

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["embedded", "elasticsearch"])
def engine(request, tmp_path, settings):
    """An index of its own, on each engine."""
    cache.clear()
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    if request.param == "elasticsearch":
        settings.ELASTICSEARCH_URL = request.getfixturevalue("elasticsearch_url")
    settings.SEARCH_ENGINE = request.param
    running.forget()
    prefix = f"related-{uuid.uuid4().hex[:10]}"
    if request.param == "elasticsearch":
        # An index that no other process of the tests shares, and time enough on a busy machine.
        alone = ElasticEngine(settings.ELASTICSEARCH_URL, prefix, running.engine_settings(), 60)
        running._engines["it"] = alone
    drain.drain()
    yield request.param
    running.forget()
    if request.param == "elasticsearch":
        remove(settings.ELASTICSEARCH_URL, prefix)


def bees(title, **fields):
    """A page about bees."""
    words = {
        f"lead_{code}": "Ruches et miel de montagne, apiculture à Azilal"
        for code in fields.get("languages", ("fr", "en"))
    }
    return make_news(title=title, **(words | fields))


def below(client, page, language="fr"):
    """The titles below a page."""
    return [one.title for one in client.get(page.url_in(language)).context["related"]]


def test_news_about_the_same_things_stand_below_the_page_and_never_the_page_itself(client, engine):
    page = bees("Apiculture")
    bees("Ruches et miel")
    for number in range(4):
        make_news(title=f"Tournoi de football {number}", lead_fr="Un match", lead_en="Un match")
    drain.drain()
    assert below(client, page) == ["Ruches et miel fr"]


def test_drafts_and_pages_of_another_language_are_not_related(client, engine):
    page = bees("Apiculture")
    bees("Ruches en brouillon", live=False)
    bees("Ruches en anglais", languages=("en",))
    drain.drain()
    assert below(client, page) == []


def test_what_was_unpublished_meanwhile_is_not_shown_from_the_cache(client, engine):
    page, other = bees("Apiculture"), bees("Ruches et miel")
    drain.drain()
    assert below(client, page) == ["Ruches et miel fr"]
    other.unpublish()
    assert below(client, page) == []


def test_the_same_programme_fills_what_search_leaves(client, engine):
    programme = make_programme()
    page = bees("Apiculture", programmes=[programme])
    make_news(title="Autre sujet", programmes=[programme], lead_fr="Rien", lead_en="Rien")
    bees("Ruches et miel")
    drain.drain()
    assert below(client, page) == ["Ruches et miel fr", "Autre sujet fr"]


def test_an_officer_adds_proposals_to_the_draft_and_readers_see_nothing_yet(client, engine, person):  # noqa: F811
    page, other = bees("Apiculture"), bees("Ruches et miel")
    drain.drain()
    client.force_login(person(Role.OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("news_related", args=[page.pk])
    assert [key for key, _ in client.get(url).context["form"].fields["fr"].choices] == [other.pk]
    assert client.post(url, {"fr": [other.pk]}).status_code == 302
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    block = draft.body_fr[len(draft.body_fr) - 1]
    assert (block.block_type, [one.pk for one in block.value["pages"]]) == ("related", [other.pk])
    page.refresh_from_db()
    assert not any(one.block_type == "related" for one in page.body_fr)
    assert client.get(url).context["form"].fields["fr"].choices == []


def test_a_page_that_was_not_proposed_cannot_be_added(client, engine, person):  # noqa: F811
    page, far = bees("Apiculture"), make_news(title="Football", lead_fr="Un match", lead_en="Un match")
    drain.drain()
    client.force_login(person(Role.OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(reverse("news_related", args=[page.pk]), {"fr": [far.pk]}).status_code == 200
    assert page.get_latest_revision() is None or "related" not in str(page.get_latest_revision().content["body_fr"])


def test_who_may_not_edit_the_page_is_refused(client, engine, person):  # noqa: F811
    page = bees("Apiculture")
    client.force_login(person(), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(reverse("news_related", args=[page.pk]))
    assert answer.status_code in {302, 403}
    assert "Apiculture" not in answer.text


def test_a_draft_gets_proposals_by_its_title(client, engine, person):  # noqa: F811
    draft, other = bees("Le miel des ruches", live=False), bees("Ruches et miel")
    drain.drain()
    client.force_login(person(Role.OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    form = client.get(reverse("news_related", args=[draft.pk])).context["form"]
    assert other.pk in [key for key, _ in form.fields["fr"].choices]
