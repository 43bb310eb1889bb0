"""The people of a contact block as holders of contact cards: a card of the site, else a draft."""

import json
import uuid
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from contacts.models import ContactIndexPage, ContactPage, Holder, Telephone
from importer.legacy.document import Contact, Kind, LegacyDocument, PieceKind
from importer.legacy.folding import fold
from languages import registry

from .sections import index_page
from .working_titles import working_title


def known_card(contact: Contact) -> ContactPage | None:
    """Return the card of the site that has this e-mail, or whose holder has this name, if there is one."""
    if contact.email and (card := ContactPage.objects.filter(email__iexact=contact.email).order_by("pk").first()):
        return card
    for holder in Holder.objects.filter(name__icontains=contact.name.split()[-1]) if contact.name else ():
        if fold(holder.name) == fold(contact.name):
            return holder.page
    return None


def make_card(contact: Contact, document: LegacyDocument, code: str) -> tuple[ContactPage, str]:
    """Return a draft card in the language `code` with its holder, and the working title while the role is unknown.

    Nobody knows since when or until when, so both stay empty. What the old page said stands in the card's body.
    """
    placeholder = "" if contact.role else working_title(contact.name or contact.email or contact.phones[0])
    page = ContactPage(live=False, email=contact.email)
    setattr(page, registry.field("title", code), (contact.role or placeholder)[:255])
    setattr(page, registry.field("office", code), contact.office[:200])
    setattr(page, registry.field("body", code), _body(document))
    if contact.name:
        page.holders.add(Holder(name=contact.name[:150]))
    for number in contact.phones:
        page.telephones.add(Telephone(number=number))
    with registry.active():
        index_page(ContactIndexPage).add_child(instance=page)
        page.save_revision()
    return page, placeholder


def _body(document: LegacyDocument) -> str:
    is_all = document.kind is Kind.CONTACT  # then the card is the page, and what else it says has no other place
    lines = [piece.text.split("\n") for piece in document.pieces if is_all or piece.kind is PieceKind.CONTACT]
    text = "".join(f"<p>{escape(line)}</p>" for block in lines for line in block)
    said = {"title": _("As on the old page"), "text": text}
    return json.dumps([{"type": "callout", "value": said, "id": str(uuid.uuid4())}] if text else [])


def cards_for(document: LegacyDocument, code: str) -> list[tuple[Any, str, bool]]:
    """Return (card, working title, whether it was made) for each person of the contact blocks, each card once.

    A page of contacts becomes drafts in any case: an officer compares them with the cards that the site has.
    """
    is_page = document.kind is Kind.CONTACT
    cards: dict[int, tuple[Any, str, bool]] = {}
    for contact in document.contacts:
        known = None if is_page else known_card(contact)
        card, title = (known, "") if known else make_card(contact, document, code)
        cards.setdefault(card.pk, (card, title, known is None))
    return list(cards.values())
