"""Measures the engine of the settings on the site of DATA_DIR: `python -m tests.bench.search_ours build|ask`."""

import json
import random
import time
import urllib.request
from http import HTTPStatus
from typing import Any

from tests.bench.timing import GIVEN_UP, WORDS, bar, memory, own_memory, questioned, row, run

PUBLISHED = 40


def build() -> dict[str, Any]:
    """Rebuild the chosen engine through Django."""
    from search.documents import count_public
    from search.drain import rebuild_member
    from search.running import engine

    begun = time.monotonic()
    number = rebuild_member(engine().members[0], bar("rebuild", count_public()))
    return {"rebuild": f"{number / (time.monotonic() - begun):.0f}", "memory_built": memory()}


def ask() -> dict[str, Any]:
    """Ask the chosen engine as the public pages do."""
    from django.conf import settings

    from search.editors_tables import vocabulary
    from search.engines.base import SearchQuery
    from search.running import engine

    dice, words = random.Random(7), vocabulary()
    chosen: Any = engine().members[0]
    if settings.SEARCH_ENGINE == "elasticsearch":
        chosen.patience = GIVEN_UP  # as long as for the others; the site itself asks its stand-in sooner

    def asked(count: int, spoil: bool = False, **options: Any) -> Any:
        def question(number: int) -> object:
            code, text = questioned(dice, number, count, spoil)
            return chosen.search(SearchQuery(text, code, vocabulary=words, **options))

        return question

    within = settings.SEARCH_ENGINE == "embedded"
    narrowed = {"kind": ("story", "release"), "year": ("2018", "2019")}
    found = {
        "one_word": row(asked(1, facets=()), processor=within),
        "three_words": row(asked(3), processor=within),
        "filtered": row(asked(3, filters=narrowed), processor=within),
        "typing_error": row(asked(1, spoil=True), processor=within),
        "page": search_page(dice, within),
        "autocomplete": row(lambda _n: chosen.autocomplete(dice.choice(WORDS["fr"])[:4], "fr"), processor=within),
        "memory": memory(),
        "memory_own": own_memory(),
        "published": row(lambda number: publish(chosen, number), PUBLISHED, 95),
    }
    if settings.SEARCH_ENGINE == "elasticsearch":
        found["server"] = server_memory(settings.ELASTICSEARCH_URL)
    return found


def search_page(dice: random.Random, within: bool) -> str:
    """Ask for the whole page, from the request to the bytes that are sent; tell how many answers were a stand-in's."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import translation

    import mission_site.wsgi  # noqa: F401 as the server begins: views loaded, what stays out of the collector's way
    from search import counters

    client = Client(headers={"host": "127.0.0.1"})

    def question(number: int) -> object:
        code, text = questioned(dice, number, 3)
        with translation.override(code):
            address = reverse("search")
        response = client.get(address, {"q": text})
        if response.status_code != HTTPStatus.OK:
            raise RuntimeError(f"{address} answered {response.status_code}")
        return response.content

    before = sum(counters.read()[counters.STAND_IN : counters.DATABASE + 1])
    said = row(question, processor=within)
    others = sum(counters.read()[counters.STAND_IN : counters.DATABASE + 1]) - before
    return f"{said}, {others} by its stand-in" if others else said


def publish(chosen: Any, number: int) -> float:
    """Publish a changed article; seconds from the commit until readers find it."""
    from django.db import transaction

    from news.models import NewsPage
    from search.engines.base import SearchQuery

    word, committed = f"zq{number + 1}w{time.time_ns() % 10**8}", []
    page = NewsPage.objects.live().order_by("-pk")[number + 1]
    page.title_fr = f"Titre {word}"
    page.languages_to_publish = "fr en"
    with transaction.atomic():
        transaction.on_commit(lambda: committed.append(time.perf_counter()))
        page.save_revision().publish()
    while not chosen.search(SearchQuery(word, "fr", facets=(), correct=False)).total:
        if time.perf_counter() - committed[0] > 30:
            raise RuntimeError(f"{word} was not found after it was published")
        time.sleep(0.002)
    return time.perf_counter() - committed[0]


def server_memory(url: str) -> str:
    """What the server's Java uses of its heap and beside it, in MB."""
    with urllib.request.urlopen(f"{url}/_nodes/stats/jvm") as answer:
        nodes = json.load(answer)["nodes"].values()
    used = sum(node["jvm"]["mem"][f"{part}_used_in_bytes"] for node in nodes for part in ("heap", "non_heap"))
    return f"{used / 2**20:.0f}"


if __name__ == "__main__":
    run({"build": build, "ask": ask})
