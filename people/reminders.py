"""Two more panels of the admin's home: old pages to complete, pictures whose people have not agreed."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.images.models import AbstractImage
from wagtail.permissions import policy_registry

from importer.completing import ask
from importer.permissions import may_import
from importer.report import waiting_for
from library.consent import Consent
from library.models import SitePicture
from pages.models import BasePage

SHOWN = 6


def pictures_to_ask_about(user: Any) -> Any:
    """Return the pictures a person may change that readers may not see for want of consent, the newest first."""
    policy = policy_registry.get_by_type(SitePicture)
    ended = Q(consent=Consent.GIVEN, consent_until__lt=timezone.localdate())
    refused = Q(consent__in=(Consent.MISSING, Consent.WITHDRAWN))
    pictures = policy.instances_user_has_permission_for(user, "change")
    return pictures.filter(refused | ended, shows_people=True).order_by("-created_at", "pk")


class ConsentPanel(Component):
    """Pictures of people without consent: nobody but officers sees them."""

    name = "pictures_without_consent"
    order = 265
    template_name = "people/consent_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return a few pictures, each with what is wrong, and how many there are. Two queries."""
        found = pictures_to_ask_about(parent_context["request"].user)
        pictures: list[AbstractImage] = list(found[:SHOWN])
        return {"pictures": pictures, "total": found.count() if len(pictures) == SHOWN else len(pictures)}


class OldPagesPanel(Component):
    """Imported drafts that lack something, the oldest import first."""

    name = "old_pages_to_complete"
    order = 270
    template_name = "people/old_pages_panel.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Return a few pages, each with what is asked, and how many there are. A fixed number of queries."""
        user = parent_context["request"].user
        reasons = waiting_for(user) if may_import(user) else {}
        pages = list(BasePage.objects.filter(pk__in=reasons).order_by("waiting__pk")[:SHOWN])
        for page in pages:
            page.missing = [ask(reason) for reason in reasons[page.pk]]
        return {"pages": pages, "total": len(reasons), "report_url": reverse("importer_to_complete")}
