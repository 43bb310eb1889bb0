"""What an imported draft still lacks: asked of its latest text, so that filling it in is all there is to do."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from importer.legacy import queue_reasons as asked
from languages import registry

from .models import WaitingPage

Data = dict[str, Any]


def open_reasons(waiting: WaitingPage, data: Data) -> list[str]:
    """Return the reasons that still stand for a page whose revision holds `data`, in the order of the import."""
    return [reason for reason in waiting.reasons if _stands(reason, waiting, data)]


def _stands(reason: str, waiting: WaitingPage, data: Data) -> bool:
    kind, _colon, number = reason.partition(":")
    match kind:
        case asked.TITLE:
            titles = [title for title in _texts(data, "title") if title]
            return not titles or waiting.working_title in titles
        case asked.DATE | asked.DATE_UNSURE:
            return not data.get("date")
        case asked.NO_TEXT:
            return not any(_texts(data, "lead")) and not any(_blocks(data))
        case asked.AXIS_HEADING:
            return int(number) <= _headings_to_give(waiting, data)
        case asked.AXES_MIXED:
            return max(map(len, _headings(data)), default=0) < int(number or 2)
        case asked.LOST_CHARACTERS:
            return "\ufffd" in json.dumps(data, ensure_ascii=False, default=str)
    return False


def _texts(data: Data, name: str) -> list[str]:
    return [data.get(registry.field(name, code)) or "" for code in registry.codes()]


def _headings_to_give(waiting: WaitingPage, data: Data) -> int:
    """Return how many headings of axes are still asked for: taking an empty one away does not give it."""
    wanted = sum(reason.startswith(asked.AXIS_HEADING) for reason in waiting.reasons)
    empty = sum(not block["value"] for block in _blocks(data) if block["type"] == "heading")
    return max(empty, wanted - max(map(len, _headings(data)), default=0))


def _headings(data: Data) -> list[list[str]]:
    """Return the headings of the body that say something, in each language."""
    return [
        [block["value"] for block in _stream(value) if block["type"] == "heading" and block["value"].strip()]
        for value in _texts(data, "body")
    ]


def _blocks(data: Data) -> Iterable[dict[str, Any]]:
    for value in _texts(data, "body"):
        yield from _stream(value)


def _stream(value: Any) -> list[dict[str, Any]]:
    return json.loads(value) if isinstance(value, str) and value else list(value or ())


def objections(page: Any) -> list[str]:
    """Return what keeps an imported page from being published, in words for an officer (pages.publication.checks)."""
    waiting = WaitingPage.objects.filter(page_id=page.pk).first() if page.pk else None
    if waiting is None:
        return []
    return [ask(reason) for reason in open_reasons(waiting, page.serializable_data())]


def ask(reason: str) -> str:
    """Return a reason as a request."""
    kind, _colon, number = reason.partition(":")
    words = {
        asked.TITLE: _("Give the page its title: the old page had lost it."),
        asked.DATE: _("Give the date: the old page does not say it."),
        asked.DATE_UNSURE: _("Give the date: the old page says several."),
        asked.NO_TEXT: _("Write the text: the old page was nothing but a menu."),
        asked.AXIS_HEADING: _("Give the heading of axis %(number)s: the old page had lost it.") % {"number": number},
        asked.AXES_MIXED: _("Put a heading before the paragraphs of each axis: the old page does not tell them apart."),
        asked.LOST_CHARACTERS: _("Replace the letters that were lost, shown as �."),
    }
    return words.get(kind, reason)
