"""The demo content: complete, loaded once, and the same articles for the same seed."""

import re

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from mission_site.demo import articles
from news.models import NewsPage
from pages.models import BasePage

pytestmark = pytest.mark.django_db

# A heading, a term or what is said of it that holds no text: a value that was not read.
EMPTY = re.compile(r"<(h[1-6]|dt|dd|figcaption|th)\b[^>]*>(?:\s|</?bdi[^>]*>)*</\1>")


@pytest.fixture
def demo():
    call_command("load_demo", verbosity=0)


def test_loading_the_demo_again_changes_nothing(demo):
    before = list(BasePage.objects.values("pk", "title", "latest_revision", "numchild").order_by("pk"))
    revisions = Revision.objects.count()
    call_command("load_demo", verbosity=0)
    assert list(BasePage.objects.values("pk", "title", "latest_revision", "numchild").order_by("pk")) == before
    assert Revision.objects.count() == revisions


def test_the_demo_shows_every_state(demo):
    states = {page.public_languages for page in NewsPage.objects.filter(live=True)}
    assert states == {("fr", "en"), ("fr",), ("en",)}
    assert NewsPage.objects.filter(translation_en="stale", live=True).count() == 1
    assert NewsPage.objects.filter(live=False).get().approved_schedule
    assert {page.kind for page in NewsPage.objects.all()} == set(NewsPage.Kind.values)
    assert NewsPage.objects.filter(live=True).count() >= 12


def test_every_page_of_the_demo_answers_in_its_languages_with_nothing_left_blank(demo, client):
    for page in BasePage.objects.filter(live=True, depth__gt=1).specific():
        for code in page.public_languages:
            answer = client.get(page.url_in(code))
            assert answer.status_code == 200, page.url_in(code)
            assert not EMPTY.findall(answer.content.decode()), page.url_in(code)


def test_the_same_seed_gives_the_same_articles():
    assert list(articles.make(20, seed=3)) == list(articles.make(30, seed=3))[:20]
    assert list(articles.make(5, seed=3)) != list(articles.make(5, seed=4))


def test_generated_articles_are_read_found_and_made_once(demo, client):
    call_command("make_articles", "30", "--no-index", verbosity=0)
    call_command("make_articles", "30", "--no-index", verbosity=0)
    made = NewsPage.objects.filter(latest_revision=None)
    assert made.count() == 30
    for code in ("fr", "en"):
        assert client.get(made.first().url_in(code)).status_code == 200
    assert BasePage.find_problems() == ([], [], [], [], [])
