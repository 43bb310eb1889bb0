"""The numbers of search for a monitor, as Prometheus reads them."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.http import require_safe

from . import attachment_reading, counters, outbox
from .running import engine

# https://prometheus.io/docs/instrumenting/exposition_formats/
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
LONGEST_LABEL = 200
Line = tuple[dict[str, str], float]


def token() -> str:
    """Return what a monitor sends as its bearer token; another one when SECRET_KEY changes."""
    return salted_hmac("search.metrics", "monitor", algorithm="sha256").hexdigest()


def text() -> str:
    """Return all metrics as text; an engine that is away is part of them, not an error."""
    return "".join(line for name, kind, about, lines in _families() for line in _written(name, kind, about, lines))


def _families() -> Iterator[tuple[str, str, str, list[Line]]]:
    states = [member.health() for member in engine().members]
    newest = outbox.newest()

    def each(value: Any) -> list[Line]:
        return [({"engine": one.engine}, float(value(one))) for one in states]

    yield "ready", "gauge", "Whether the engine has a usable index.", each(lambda one: one.is_ready)
    yield (
        "documents",
        "gauge",
        "Documents in the index, one for each language of a page.",
        each(lambda one: one.documents),
    )
    yield "index_bytes", "gauge", "Size of the index.", each(lambda one: one.bytes)
    yield "lag_rows", "gauge", "Changes the engine has still to apply.", each(lambda one: newest - (one.cursor or 0))
    generations = [({"engine": one.engine, "generation": one.generation}, 1.0) for one in states if one.generation]
    yield "generation_info", "gauge", "The generation of the index in use.", generations
    errors = [({"engine": one.engine, "error": one.last_error}, 1.0) for one in states if one.last_error]
    yield "last_error_info", "gauge", "The last error of this process's engine.", errors
    files = attachment_reading.counts()
    yield "attachments_waiting", "gauge", "Attached files that nobody read yet.", [({}, float(files["waiting"]))]
    yield "attachments_failed", "gauge", "Attached files without text: damaged, locked.", [({}, float(files["failed"]))]
    numbers = counters.read()
    for name, place, about in (
        ("questions", counters.QUESTIONS, "Questions that readers asked."),
        ("suggestions", counters.SUGGESTIONS, "Suggestions asked for while typing."),
        ("stand_in", counters.STAND_IN, "Questions that the stand-in engine answered."),
        ("database", counters.DATABASE, "Questions that the database answered because no engine could."),
    ):
        yield f"{name}_total", "counter", about, [({}, float(numbers[place]))]


def _written(name: str, kind: str, about: str, lines: list[Line]) -> Iterator[str]:
    """The lines of one metric with its head."""
    yield f"# HELP mission_search_{name} {about}\n# TYPE mission_search_{name} {kind}\n"
    for labels, value in lines:
        inside = ",".join(f'{label}="{_escaped(said)}"' for label, said in labels.items())
        yield f"mission_search_{name}{{{inside}}} {value:.0f}\n" if inside else f"mission_search_{name} {value:.0f}\n"


def _escaped(said: str) -> str:
    """A label's value as the format wants it."""
    return said[:LONGEST_LABEL].replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Answer people of the admin, and monitors with the token; 403 for everybody else."""
    user = getattr(request, "user", None)
    is_staff = user is not None and user.has_perm("wagtailadmin.access_admin")
    sent = request.headers.get("Authorization", "").partition("Bearer ")[2]
    if not is_staff and not constant_time_compare(sent, token()):
        return HttpResponseForbidden("403", content_type="text/plain")
    return HttpResponse(text(), content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})
