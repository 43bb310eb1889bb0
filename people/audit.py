"""The audit log of accounts: Wagtail's, with actions of our own."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

# action: (name in the list, sentence in the history)
ACTIONS = {
    "people.locked_out": (_("Locked out"), _("Locked out after too many failed sign-ins")),
    "people.idle": (_("Signed out"), _("Signed out after idle minutes")),
    "people.role_changed": (_("Role changed"), _("Role changed; all sessions ended")),
    "people.second_factor": (_("Second factor"), _("Second factor set up")),
    "people.second_factor_removed": (_("Second factor removed"), _("Second factor removed")),
    "people.signed_in": (_("Signed in"), _("Signed in")),
}


def note(user: Any, action: str, **data: Any) -> None:
    """Write an entry about an account; `data` must be plain JSON and hold no secret."""
    # Wagtail finds the log by the type of the object, and a request's user is a stand-in of another type.
    account = get_user_model()._default_manager.get(pk=user.pk)
    log(account, action, user=data.pop("by", None), data=data or None)


def note_by_name(username: str, action: str) -> None:
    """Write an entry about the account of that name, if there is one."""
    users = get_user_model()
    found = users.objects.filter(**{users.USERNAME_FIELD: username}).first()
    if found is not None:
        note(found, action)
