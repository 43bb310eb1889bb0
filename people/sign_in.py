"""Signing in, being locked out, and asking for a new password, in the language of the person."""

from typing import Any

from axes.helpers import get_cool_off
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm
from wagtail.users.models import UserProfile

TOO_MANY_REQUESTS = 429  # RFC 6585, section 4


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """Answer to a locked account: how long the lock holds, for people and (Retry-After, in seconds) for machines."""
    pause = get_cool_off(request)
    seconds = int(pause.total_seconds()) if pause else 0
    context = {"lock_minutes": max(1, round(seconds / 60))}
    answer = render(request, "wagtailadmin/locked_out.html", context, status=TOO_MANY_REQUESTS)
    answer.headers["Retry-After"] = str(seconds)
    return answer


class LoginForm(WagtailLoginForm):
    """Names the password in the language of the page: Wagtail's form leaves it to the name in the code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = gettext_lazy("Password")


class PasswordResetForm(WagtailPasswordResetForm):
    """Writes the mail in the language the person chose, whatever the browser of whoever asked speaks."""

    def send_mail(self, subject: str, text: str, context: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """Send one mail; `context["user"]` is the person it is for."""
        profile = UserProfile.get_for_user(context["user"])
        with translation.override(profile.get_preferred_language()):
            super().send_mail(subject, text, context, *args, **kwargs)
