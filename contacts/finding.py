"""Finds cards by free text: a number in any spelling, or words of names, roles and what they cover.

The search engine comes first (contacts.engine): it finds a name with a typing error and a topic by its synonyms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce

from django.db.models import Exists, OuterRef, Q

from languages import registry

from . import spoken, telephones
from .models import ContactPage, Holder, Telephone
from .querysets import ContactQuerySet, holds_on
from .tenure import today

LONGEST = 200
MOST_WORDS = 8


@dataclass(frozen=True)
class Answer:
    """The keys of the cards that fit, the best first; the wording they answer where it is not the reader's; whether
    they have some of the words alone."""

    keys: tuple[int, ...] = ()
    wording: str = ""
    is_partial: bool = False


# Takes the text; None: it cannot tell just now.
Finder = Callable[[str], Answer | None]
_finders: list[Finder] = []


def use(finder: Finder) -> None:
    """Ask this finder first from now on; called in AppConfig.ready()."""
    _finders.insert(0, finder)


def ranked(text: str) -> Answer | None:
    """Return what the first finder that can tell answers; None when there is none, or for numbers."""
    if telephones.digits_to_find(text):
        return None
    return next((answer for finder in _finders if (answer := finder(text)) is not None), None)


def matching(cards: ContactQuerySet, text: str) -> ContactQuerySet:
    """Keep the cards that fit a text, by the database alone: the number, or every word somewhere on the card."""
    text = text.replace("\x00", " ")[:LONGEST]
    digits = telephones.digits_to_find(text)
    if digits:
        numbers = Telephone.objects.filter(page=OuterRef("pk"), is_public=True, number__contains=digits)
        own = cards.held_on(today()).exclude(pk__in=ContactPage.objects.unconfirmed(today()).values("pk"))
        return own.filter(Exists(numbers))
    words = [word for word in text.split() if any(map(str.isalnum, word))][:MOST_WORDS]
    return reduce(lambda found, word: found.filter(_somewhere(word)), words, cards)


def _somewhere(word: str) -> Q:
    holders = Holder.objects.filter(holds_on(today()), page=OuterRef("pk"), name__icontains=word)
    titles = ("title", "programmes__title", "programmes__full_name", "axes__title", "regions__name")
    texts = [registry.field(name, code) for name in titles for code in registry.codes()]
    found = Q(Exists(holders)) | Q(programmes__acronym__iexact=word) | Q(regions__variants__icontains=word)
    found = reduce(lambda query, name: query | Q(**{f"{name}__icontains": word}), texts, found)
    for code in spoken.matching(word):
        found |= Q(languages_spoken__contains=code)
    return Q(pk__in=ContactPage.objects.filter(found).values("pk"))
