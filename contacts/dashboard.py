"""The panel of the admin's home that shows which cards somebody should check."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .report import to_verify
from .verification import Verification


class VerifyPanel(Component):
    """A few cards, the longest unverified first, and how many there are."""

    name = "contacts_to_verify"
    order = 260
    shown = 6
    template_name = "contacts/admin/to_verify_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the cards of this user, each with the state of its verification. Three queries at most."""
        found = to_verify(parent_context["request"].user).defer_streamfields()
        cards = list(found.prefetch_related("holders")[: self.shown])
        for card in cards:
            card.verification = Verification.of_card(card).label
        total = found.count() if len(cards) == self.shown else len(cards)
        return {"cards": cards, "total": total, "report_url": reverse("contacts_to_verify")}
