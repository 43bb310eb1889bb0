"""Measures Wagtail's own search on the site of the settings: `python -m tests.bench.search_wagtail build|ask`."""

import random
import time
from typing import Any

from tests.bench.timing import GIVEN_UP, WORDS, memory, own_memory, questioned, row, run, waiting

PUBLISHED = 20


def build() -> dict[str, Any]:
    """Index all articles; each counts as two documents, for it has two languages."""
    from django.core.management import call_command

    from languages import registry
    from news.models import NewsPage

    begun = time.monotonic()
    call_command("update_index", verbosity=0)
    number = NewsPage.objects.count() * len(registry.codes())
    return {"rebuild": f"{number / (time.monotonic() - begun):.0f}", "memory_built": memory()}


def ask() -> dict[str, Any]:
    """Ask for results and their number."""
    from django.db import connection

    from news.models import NewsPage

    dice = random.Random(7)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = {int(GIVEN_UP * 1000)}")
    connection.ensure_connection()
    held = connection.connection  # `connection` is another one in the thread that interrupts

    def stop() -> None:
        if connection.vendor == "sqlite":
            held.interrupt()

    def asked(count: int, spoil: bool = False) -> Any:
        def question(number: int) -> object:
            _code, text = questioned(dice, number, count, spoil)
            return waiting(stop, lambda: answer(NewsPage.objects.live().search(text, operator="and")))

        return question

    def begun(_number: int) -> object:
        text = dice.choice(WORDS["fr"])[:4]
        return waiting(stop, lambda: list(NewsPage.objects.live().autocomplete(text)[:8]))

    return {
        "one_word": row(asked(1)),
        "three_words": row(asked(3)),
        "typing_error": row(asked(1, spoil=True)) + ", not corrected",
        "autocomplete": row(begun),
        "memory": memory(),
        "memory_own": own_memory(),
        "published": row(lambda number: waiting(stop, lambda: publish(number)), PUBLISHED, 95),
        "version": server_version(connection),
    }


def answer(found: Any) -> tuple[list[Any], int]:
    """The first page of results and how many there are."""
    return list(found[:10]), found.count()


def server_version(connection: Any) -> str:
    """The version of PostgreSQL; nothing for SQLite, which is said elsewhere."""
    if connection.vendor != "postgresql":
        return ""
    number = connection.pg_version
    return f"{number // 10_000}.{number % 10_000}"


def publish(number: int) -> float:
    """Publish a changed article; seconds until its new title is found, the publication itself included."""
    from news.models import NewsPage
    from search import outbox

    word = f"zq{number + 1}w{time.time_ns() % 10**8}"
    page = NewsPage.objects.live().order_by("-pk")[number + 1]
    page.title_fr = page.draft_title = f"Titre {word}"
    page.languages_to_publish = "fr en"
    revision = page.save_revision()
    begun = time.perf_counter()
    with outbox.quietly():
        revision.publish()
    while not NewsPage.objects.live().search(word)[:1]:
        if time.perf_counter() - begun > GIVEN_UP:
            raise TimeoutError
        time.sleep(0.002)
    return time.perf_counter() - begun


if __name__ == "__main__":
    run({"build": build, "ask": ask})
