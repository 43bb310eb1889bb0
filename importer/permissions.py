"""Who may bring old pages in: whoever may add pages below the front page."""

from typing import Any

from home.models import HomePage


def may_import(user: Any) -> bool:
    """Whether a person may make drafts of the kinds that an import makes."""
    home = HomePage.objects.order_by("path").first()
    return home is not None and home.permissions_for_user(user).can_add_subpage()
