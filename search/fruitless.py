"""Counts questions without results outside the request; keeps only those asked often, and nothing about people."""

from hashlib import sha256
from typing import Any

from django.core.cache import caches
from django.db.models import F
from django.utils import timezone

from languages import registry

from .engines.base import SearchQuery, SearchUnavailable
from .models import FruitlessQuery
from .running import engine
from .text.clean import clean_query
from .text.spelling import distance
from .text.words import cut

OFTEN_ENOUGH = 5
REMEMBERED = 30 * 24 * 3600
LONGEST = 100
SLOTS = "search.fruitless.slots"
_LONG = 5  # letters from which two errors still leave a name one can tell
# Shared by all processes of the site: readers are counted by the server, written down by the worker.
cache = caches["shared"]


def count(text: str) -> None:
    """Count a question in the cache; the database is not touched."""
    words = " ".join(clean_query(text).casefold().split())
    if not words or len(words) > LONGEST:
        return
    key = _key(words, registry.current())
    if cache.add(key, 1, REMEMBERED):
        _remember(words, registry.current())
    else:
        try:
            cache.incr(key)
        except ValueError:
            cache.set(key, 1, REMEMBERED)


def _key(words: str, code: str) -> str:
    return "search.fruitless." + sha256(f"{code}:{words}".encode()).hexdigest()


def _remember(words: str, code: str) -> None:
    slots = cache.get(SLOTS) or {}
    slots[_key(words, code)] = (words, code)
    cache.set(SLOTS, dict(list(slots.items())[-5000:]), REMEMBERED)


def flush() -> int:
    """Write the questions asked five times or more to the report; return how many. Run by the worker."""
    slots: dict[str, Any] = cache.get(SLOTS) or {}
    written = 0
    for key, (words, code) in list(slots.items()):
        times = cache.get(key) or 0
        if times < OFTEN_ENOUGH or is_about_a_person(words, code):
            continue
        cache.set(key, 0, REMEMBERED)
        row, _new = FruitlessQuery.objects.get_or_create(
            text=words, language=code, defaults={"last_asked": timezone.localdate()}
        )
        FruitlessQuery.objects.filter(pk=row.pk).update(times=F("times") + times, last_asked=timezone.localdate())
        written += 1
    return written


def is_about_a_person(words: str, code: str) -> bool:
    """Whether the words hold a telephone number, or a name on a card with or without an error; when in doubt, yes."""
    if any(character.isdigit() for character in words):
        return True
    try:
        return any(_is_a_name(word.folded, code) for word in cut(words))
    except SearchUnavailable:
        return True


def _is_a_name(word: str, code: str) -> bool:
    """Whether a card that answers to a folded word belongs to somebody called so; the words of roles are no names."""
    asked = SearchQuery(word, code, cards_only=True, facets=(), size=20)
    cards = [hit.extra.get("card", {}) for hit in engine().search(asked).hits]
    names = {name.folded for card in cards for name in cut(card.get("name", ""))}
    return any(distance(word, name) <= (1 if len(word) < _LONG else 2) for name in names)
