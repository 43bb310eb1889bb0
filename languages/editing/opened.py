"""The opened editor that a save comes from: what one editor saved by itself is nobody else's change."""

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from . import together

# Names in the posted form.
FIELD, BY_ITSELF = "opened", "saved_by_itself"


def new() -> str:
    """Return the name of an editor that is opened now; a second tab of the same person is another editor."""
    return secrets.token_urlsafe(12)


def mark(data: Any) -> str | None:
    """Return what a revision notes about the editor it was saved from; a save by hand closes that editor."""
    name = str(data.get(FIELD, ""))
    if not name:
        return None
    return name if data.get(BY_ITSELF) else f"{name} closed"


def recognise(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Tell a posted form whether the latest revision of its page came from the same editor.

    Answers of autosave may be late or lost, so the form itself cannot know. An autosave that was under way while its
    editor was saved by hand is refused: it holds the older text. Without a page, only the way of saving is noted.
    """
    data = request.POST.copy()
    data.pop(BY_ITSELF, None)
    is_autosave = not request.accepts("text/html")
    if is_autosave:
        data[BY_ITSELF] = "on"
    name, latest = str(data.get(FIELD, "")), page.latest_revision if page is not None else None
    if name and latest is not None and latest.user_id == request.user.pk:
        stored = latest.content.get(FIELD)
        if stored == f"{name} closed":
            if is_autosave:
                return _late()
            data.pop("overwrite_revision_id", None)
            data["written_on"] = together.stamp(latest)
        elif stored == name:
            data["overwrite_revision_id"] = str(latest.pk)
    request.POST = data  # type: ignore[assignment]  # a copy that is as good
    return None


def _late() -> JsonResponse:
    # The words of Wagtail's editor for an autosave that is not wanted.
    message = _("This page was saved meanwhile.")
    return JsonResponse({"success": False, "error_code": "invalid_revision", "error_message": message}, status=400)
