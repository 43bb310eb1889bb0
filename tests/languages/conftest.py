"""Pages, people and posted forms for the tests of the bilingual layer."""

from typing import Any

import pytest
from django.test import Client

from home.models import HomePage
from news.models import NewsIndexPage, NewsPage
from tests.factories import make_index, make_user
from tests.languages.drafts import make_draft


@pytest.fixture
def home(db) -> HomePage:
    """The front page that migrations make."""
    return HomePage.objects.get()


@pytest.fixture
def news_index(db) -> NewsIndexPage:
    """The list of news, public in every language."""
    return make_index(NewsIndexPage, title="Nouvelles", slug="nouvelles")


@pytest.fixture
def draft(news_index) -> NewsPage:
    """A release that nobody has published, with a text in French and in English."""
    return make_draft(news_index)


@pytest.fixture
def release(draft) -> NewsPage:
    """The same, published in both languages."""
    draft.languages_to_publish = "fr en"
    draft.save_revision().publish()
    return NewsPage.objects.get(pk=draft.pk)


@pytest.fixture
def editor(db) -> Any:
    """An administrator."""
    return make_user("claire")


@pytest.fixture
def admin(editor) -> Client:
    """A browser in which the administrator has logged in."""
    client = Client()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return client
