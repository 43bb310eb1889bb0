"""Contact cards, asked by who holds them and what they cover."""

import datetime as dt
from typing import Any, Self

from django.db.models import Exists, F, OuterRef, Q
from wagtail.models import PageManager

from languages.querysets import TranslatedPageQuerySet

from .tenure import today


def holds_on(day: dt.date, prefix: str = "") -> Q:
    """Return the condition that a holder (through `prefix`) is in the role on a day; see tenure.covers."""
    started = Q(**{f"{prefix}since__isnull": True}) | Q(**{f"{prefix}since__lte": day})
    not_ended = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gte": day})
    return started & not_ended


class ContactQuerySet(TranslatedPageQuerySet):
    """Contact cards."""

    def present(self) -> Self:
        """Keep the cards readers may see and whose role somebody holds today (a programme asks for its own so)."""
        return self.published().held_on(today())

    def held_on(self, day: dt.date) -> Self:
        """Keep the cards whose role somebody holds on a day."""
        holders = self.model._meta.get_field("holders").related_model.objects.filter(holds_on(day))
        return self.filter(pk__in=holders.values("page_id"))

    def unconfirmed(self, day: dt.date) -> Self:
        """Keep the cards whose e-mail and numbers may be those of the former holder; see tenure.is_unconfirmed."""
        holders = self.model._meta.get_field("holders").related_model.objects
        earlier = holders.filter(page=OuterRef("page")).filter(Q(since__isnull=True) | Q(since__lt=OuterRef("since")))
        begun = holders.filter(holds_on(day), since__isnull=False)
        after = Q(page__verified_on__lt=F("since")) | Q(Exists(earlier), page__verified_on__isnull=True)
        return self.filter(pk__in=begun.filter(after).values("page_id"))

    def speaking(self, code: str) -> Self:
        """Keep the cards of people who speak a language (ISO 639)."""
        return self.filter(languages_spoken__contains=code)

    def for_medium(self, medium: str) -> Self:
        """Keep the cards of people who serve a medium (contacts.models.Medium)."""
        return self.filter(media__contains=medium)

    def covering(self, subject: Any) -> Self:
        """Keep the cards that cover a programme, an axis or a region, by the model of the subject."""
        name = {"programmepage": "programmes", "axispage": "axes", "region": "regions"}[subject._meta.model_name]
        return self.filter(**{name: subject})

    def for_cards(self) -> Self:
        """Fetch what cards show; the parts of all of them come with contacts.cards.cards_of."""
        return self.defer_streamfields()


ContactManager = PageManager.from_queryset(ContactQuerySet)
