"""Sessions end: after idle minutes, and when somebody's role changes."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.messages import info
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from .audit import note

LAST_SEEN = "last_seen"
NOTED_EVERY = 30
# What an open editor asks for by itself, with nobody at the keyboard.
UNATTENDED = {"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"}


class IdleTime:
    """Signs a person out who has asked for nothing during settings.IDLE_SECONDS; readers have no session at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            self.check(request)
        return self.get_response(request)

    @staticmethod
    def check(request: HttpRequest) -> None:
        """End the session if it was idle too long, else note that the person is there."""
        now = time.time()
        last = request.session.get(LAST_SEEN, now)
        if now - last > settings.IDLE_SECONDS:
            note(request.user, "people.idle")
            logout(request)
            info(request, _("You were signed out because nothing happened for a while. Please sign in again."))
        elif not is_unattended(request) and (LAST_SEEN not in request.session or now - last > NOTED_EVERY):
            request.session[LAST_SEEN] = now


def is_unattended(request: HttpRequest) -> bool:
    """Whether the browser asks by itself."""
    try:
        return resolve(request.path_info).view_name in UNATTENDED
    except Resolver404:
        return False


def end_sessions(user: Any) -> int:
    """End all sessions of a user; return how many there were. The site has few sessions: only staff sign in."""
    ended = 0
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
            ended += 1
    return ended
