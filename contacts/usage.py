"""Where a card stands: pages that would lose their contact if it went."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from pages.editor_links import links
from pages.models import BasePage

from .models import ContactPage


def places(card: ContactPage) -> list[Any]:
    """Return the pages and settings that name a card, in what is live and in unfinished drafts."""
    found = {_key(source): source for source, _refs in _references(card)}
    for page in _drafts_with_the_number(card).specific().iterator(50):
        key = _key(page)
        if key not in found and _draft_names(page, card):
            found[key] = page
    return list(found.values())


def subjects(card: ContactPage) -> list[Any]:
    """Return the programmes and axes that the card says it covers, and on whose pages readers find it."""
    return [page for name in ("programmes", "axes") for page in getattr(card, name).all() if page.live]


def everywhere(card: ContactPage) -> list[Any]:
    """Return all pages and settings on which the card stands, named there or covering what they are about."""
    named = places(card)
    known = {_key(source) for source in named}
    return named + [page for page in subjects(card) if _key(page) not in known]


def _key(source: Any) -> tuple[type, Any]:
    """A page is the same whether it was read as what it is or as a page."""
    return (BasePage if isinstance(source, BasePage) else type(source), source.pk)


def _drafts_with_the_number(card: ContactPage) -> Any:
    """Return the pages whose unfinished draft has the card's number somewhere: only these are worth reading."""
    text = Cast("latest_revision__content", TextField())
    drafts = BasePage.objects.filter(has_unpublished_changes=True).exclude(pk=card.pk).annotate(draft_text=text)
    return drafts.filter(draft_text__regex=rf"(^|[^0-9]){card.pk}([^0-9]|$)")


def _references(card: ContactPage) -> Iterable[Any]:
    own = ContentType.objects.get_for_model(BasePage)
    references = ReferenceIndex.get_references_to(card).exclude(base_content_type=own, object_id=str(card.pk))
    return references.group_by_source_object()


def _draft_names(page: Any, card: ContactPage) -> bool:
    draft = page.get_latest_revision_as_object()
    target = ContentType.objects.get_for_model(BasePage).pk
    references = ReferenceIndex._extract_references_from_object(draft)  # the very reading that fills the index
    return any(reference[0] == target and str(reference[1]) == str(card.pk) for reference in references)


def cards_below(pages: Iterable[Any]) -> list[ContactPage]:
    """Return the cards among pages and their descendants."""
    found: dict[int, ContactPage] = {}
    for page in pages:
        found |= {card.pk: card for card in ContactPage.objects.descendant_of(page, inclusive=True)}
    return list(found.values())


def is_card(page: Any) -> bool:
    """Whether a page is a contact card."""
    return isinstance(page, ContactPage)


def rows(cards: Iterable[ContactPage], user: Any) -> list[dict[str, Any]]:
    """Return {card, places (links as safe HTML)} for the cards that stand anywhere (contacts/admin/places.html)."""
    found = ((card, everywhere(card)) for card in cards)
    return [{"card": card, "places": links(stands, user)} for card, stands in found if stands]
