"""What every public template is given."""

from typing import Any

from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the values of the page frame: menu, languages, press desk, organisation."""
    return {}
