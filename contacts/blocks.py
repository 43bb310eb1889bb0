"""The contact card in page bodies."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from languages import registry
from pages.blocks.loading import LoadedTogether
from pages.changes import Memory
from pages.prepared import objects_prepared

from . import tenure
from .parts import attach

# Of each process, 5 kB each: many pages name the same cards.
_cards = Memory(500)


class ContactChooserBlock(LoadedTogether, blocks.PageChooserBlock):
    """A contact card; a body is shown without the cards that readers may not see."""

    kind = "contact"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(page_type="contacts.ContactPage", **kwargs)


def fetch(keys: Iterable[int]) -> dict[int, Any]:
    """Return the cards that readers may see, with all that they show: two queries for those not known yet.

    They must not be changed: pages that name the same card share it until the content or the day changes.
    """
    # Holders change and programmes end at midnight.
    when = (registry.current(), tenure.today())
    found = _cards.several(
        [(*when, key) for key in keys],
        lambda missing: {(*when, card.pk): card for card in _fetched([name[-1] for name in missing])},
    )
    return {card.pk: card for card in found.values()}


def _fetched(keys: list[int]) -> list[Any]:
    from .models import ContactPage

    def cards(keys: list[int]) -> QuerySet:
        return ContactPage.objects.published_anywhere().filter(pk__in=keys).for_cards()

    found = objects_prepared("cards", cards, keys=keys)
    attach(found)
    return found


class ContactBlock(blocks.StructBlock):
    """One contact card within a text; the press desk in its place when the card is not public."""

    contact = ContactChooserBlock(
        label=_("Contact card"), help_text=_("Readers see who holds the role on the day they read.")
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add `contacts`, the list that the contact component takes, and `desk` for when it is empty."""
        from .desk import press_desk

        context = super().get_context(value, parent_context)
        page = value.get("contact")
        contacts = [page.card] if page is not None and page.public_languages else []
        return context | {"contacts": contacts, "desk": None if contacts else context.get("desk") or press_desk()}

    class Meta:
        icon = "group"
        label = _("Contact card")
        group = _("Facts")
        template = "contacts/blocks/contact.html"
