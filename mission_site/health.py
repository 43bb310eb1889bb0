"""The health page: what an operator or a monitor asks, without secrets."""

import time
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, JsonResponse

from pages import health

HEARTBEAT = "worker.alive"
WORKER_SILENT_AFTER = 180.0


def worker_age() -> float | None:
    """Return the seconds since the worker said that it lives; None when it never did."""
    path = settings.DATA_DIR / HEARTBEAT
    return time.time() - path.stat().st_mtime if path.exists() else None


def database_answers() -> bool:
    """Whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # whatever the driver raises, the answer is no
        return False
    return True


def report() -> dict[str, Any]:
    """Return the state of database, worker and what other rooms report."""
    age = worker_age()
    parts: dict[str, Any] = {
        "database": {"ok": database_answers()},
        "worker": {"ok": age is not None and age < WORKER_SILENT_AFTER, "seconds_ago": age and round(age)},
    }
    for name, ask in health.reports.items():
        try:
            parts[name] = ask()
        except Exception as error:  # one part that fails is reported, the page still answers
            parts[name] = {"ok": False, "error": type(error).__name__}
    return {"ok": all(part.get("ok", True) for part in parts.values()), "parts": parts}


def page(request: HttpRequest) -> JsonResponse:
    """Answer 200 when readers are served; 503 only when the database is gone. Details for staff alone."""
    state = report()
    status = 200 if state["parts"]["database"]["ok"] else 503
    user = getattr(request, "user", None)
    body = state if user is not None and user.is_active and user.is_staff else {"ok": state["ok"]}
    response = JsonResponse(body, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
