"""What readers may not see is nowhere in search: not found, counted, suggested, related, meant or promoted."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import StandardPage
from news.models import NewsIndexPage, NewsPage
from pages.models import BasePage
from search import drain, find, running
from search.engines.base import SearchUnavailable
from search.models import PromotedPage, PromotedResult
from tests.factories import make_home, make_news, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_index")]
WORD = "Zorbafexil"  # in no text but the hidden one's
YEAR = "1987"
Hide = Callable[[NewsPage], Any]


def restrict(page: Any, kind: str) -> None:
    """Make a page private in one of Wagtail's ways."""
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="secret" * (kind == "password"))


def moved_below_private(page: NewsPage) -> None:
    """Move the page below one that is private."""
    cellar = make_page(StandardPage, make_home(), title="Cave")
    restrict(cellar, "groups")
    page.move(cellar, pos="last-child")


def expired(page: NewsPage) -> None:
    """Let its time run out and the worker see to it."""
    from django.core.management import call_command

    NewsPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled", verbosity=0)


def no_language(page: NewsPage) -> None:
    """Take back one language after the other."""
    for code in page.public_languages:
        NewsPage.objects.get(pk=page.pk).unpublish_language(code)


WAYS: dict[str, Hide] = {
    "unpublished": lambda page: page.unpublish(),
    "deleted": lambda page: page.delete(),
    "expired": expired,
    "no language": no_language,
    "moved below a private page": moved_below_private,
    **{f"private by {kind}": lambda page, kind=kind: restrict(page, kind) for kind in ("login", "groups", "password")},
    **{
        f"its parent private by {kind}": lambda page, kind=kind: restrict(NewsIndexPage.objects.get(), kind)
        for kind in ("login", "groups", "password")
    },
    "the front page private": lambda page: restrict(make_home(), "login"),
}


def hidden_news(**fields: Any) -> NewsPage:
    """A page that says the word everywhere, on a day of its own."""
    return make_news(
        title=f"{WORD} sur la place", lead_fr=WORD, lead_en=WORD, date=date(int(YEAR), 3, 2), kind="story", **fields
    )


def surfaces(client: Any) -> Iterator[tuple[str, str]]:
    """Everything of search that readers see, with the word asked for and without, as (where, text)."""
    for path in ("/fr/recherche/", "/en/search/"):
        # The reader's own words stand in the answer: they are asked in pieces that the hidden text completes.
        for query in ("Zorbafexi", "zorbafexyl", "sur la place", "placce"):
            yield f"{path}{query}", client.get(path, {"q": query}).content.decode().replace("Zorbafexi<", "<")
        yield f"{path} by kind", client.get(path, {"q": "place", "kind": ["story", "release"]}).content.decode()
        yield f"{path}suggestions", client.get(f"{path}suggestions/", {"q": "zorb"}).content.decode()
    for query in (WORD, "zorbafexi", "place"):
        for cards_only in (False, True):
            result = find.search(find.question(query, cards_only=cards_only))
            said = [hit.title for hit in result.hits], result.corrected_to, result.suggestion
            yield f"result of {query}", json.dumps([*said, YEAR in str(result.facets)])
    yield "completions", str(find.complete("zor"))


def leaks(client: Any) -> list[str]:
    """Where the hidden page shows."""
    signs = (WORD.lower(), "true]", f">{YEAR}<")
    return [where for where, text in surfaces(client) if any(sign in text.lower() for sign in signs)]


def neighbour() -> NewsPage:
    """A public page about the same things, so that there is something to count beside."""
    return make_news(title="Sur la place", lead_fr="La place du marché.", lead_en="The place of the market.")


@pytest.mark.parametrize("way", WAYS)
def test_what_is_hidden_shows_nowhere_in_search(client, way):
    public, page = neighbour(), hidden_news()
    drain.drain()
    assert leaks(client), "the test can fail: before, it was everywhere"
    promoted = PromotedResult.objects.create(queries="sur la place\nplace")
    PromotedPage.objects.create(promoted=promoted, page=BasePage.objects.get(pk=page.pk))
    WAYS[way](NewsPage.objects.get(pk=page.pk))
    drain.drain()
    assert leaks(client) == []
    assert page.pk not in [int(hit.page.partition(":")[2]) for hit in find.more_like(public, 20)]


@pytest.mark.parametrize("way", WAYS)
def test_nor_when_the_database_answers(client, way, monkeypatch):
    def away(*args: Any, **options: Any) -> None:
        raise SearchUnavailable("away")

    monkeypatch.setattr(running.engine(), "search", away)
    monkeypatch.setattr(find, "build_in_background", lambda: None)
    page = hidden_news()
    assert find.search(find.question(WORD)).total == 1
    WAYS[way](page)
    assert find.search(find.question(WORD)).total == 0


def test_a_draft_of_a_public_page_shows_nowhere(client):
    page = neighbour()
    page.title_fr = page.title_en = page.lead_fr = page.lead_en = f"{WORD} sur la place"
    page.save_revision()
    drain.drain()
    assert leaks(client) == []


def test_a_page_for_later_shows_nowhere(client):
    page = make_news(title=f"{WORD} sur la place", date=date(int(YEAR), 3, 2), live=False)
    page.go_live_at, page.lead_fr, page.lead_en = timezone.now() + timedelta(days=1), "x", "x"
    page.languages_to_publish = "fr en"
    page.save_revision(approved_go_live_at=page.go_live_at).publish()
    drain.drain()
    assert leaks(client) == []


def test_a_language_that_is_not_ready_is_neither_found_counted_nor_suggested(client):
    page = make_news(["fr"], title="Passerelle")
    NewsPage.objects.filter(pk=page.pk).update(title_en=WORD, lead_en=WORD)
    NewsPage.objects.get(pk=page.pk).save()
    drain.drain()
    assert leaks(client) == []
    result = find.search(find.question("passerelle"))
    assert {value.value for value in result.facets["language"] if value.count} == {"fr"}
