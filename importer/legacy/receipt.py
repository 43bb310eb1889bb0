"""The receipt of one file: what was found and where every character went, as JSON."""

import datetime
from typing import Any

from importer.legacy.document import Fate, LegacyDocument
from importer.legacy.unreadable import LegacyUnreadable


def receipt(document: LegacyDocument) -> dict[str, Any]:
    """Return the receipt of `document`; `placed` and `dropped` count characters, `dropped_at` says where these stood.

    `body` is all imported text, title, dateline, lead and contacts included, as it stands in the page.
    """
    account = document.account
    return {
        "kind": str(document.kind),
        "language": "+".join(document.languages),
        "title": document.title or None,
        "dateline": {
            "place": document.dateline.place,
            "start": _day(document.dateline.start),
            "end": _day(document.dateline.end),
            "precision": str(document.dateline.precision),
        },
        "lead": document.lead or None,
        "body": document.body,
        "quotes": [{"speaker": each.speaker, "role": each.role, "text": each.text} for each in document.quotes],
        "donors": list(document.donors),
        "contacts": [
            {
                "name": each.name,
                "role": each.role,
                "office": each.office,
                "email": each.email,
                "phones_e164": list(each.phones),
            }
            for each in document.contacts
        ],
        "programmes": list(document.programmes),
        "regions": list(document.regions),
        "axes": list(document.axes),
        "menu_lines": list(document.menu_lines),
        "boilerplate_lines": list(document.boilerplate_lines),
        "repairs": [{"from": each.before, "to": each.after} for each in document.repairs],
        "queued": list(document.queued),
        "encoding": document.encoding,
        "characters": account.characters,
        "placed": account.placed,
        "dropped": account.dropped,
        "unplaced": [{"start": each.start, "end": each.end, "text": each.text} for each in account.unplaced],
        "dropped_at": [
            {"start": each.start, "end": each.end, "as": str(each.fate)}
            for each in account.stretches
            if each.fate not in (Fate.PLACED, Fate.UNPLACED)
        ],
    }


def refusal(error: LegacyUnreadable, message: str) -> dict[str, Any]:
    """Return the receipt of a file that gave no text: every field, empty, and the reason; `message` is for a person."""
    return {**receipt(LegacyDocument()), "kind": None, "error": {"code": str(error.code), "message": message}}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
