"""What every public template is given; what stands round a page is in frame.py."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from contacts.desk import press_desk
from languages import registry
from pages.changes import remembered
from pages.models import OrganisationSettings


def site(request: HttpRequest) -> dict[str, Any]:
    """Return language, organisation and press desk, the last two fetched only when a template asks for them."""
    if request.path.startswith("/admin/"):
        return {}
    return {
        "language": registry.language(registry.current()),
        "organisation": SimpleLazyObject(organisation),
        "desk": SimpleLazyObject(press_desk),
        "base_url": settings.WAGTAILADMIN_BASE_URL,
    }


def organisation() -> OrganisationSettings:
    """Return the settings of the organisation, the same object until something changes."""
    return remembered("organisation", OrganisationSettings.load)
