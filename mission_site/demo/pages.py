"""Makes the demo's pages; what is there already is left as it is."""

import json
import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from languages import registry
from pages.models import BasePage

from .texts import body, localized

NAMESPACE = uuid.UUID("5b0c6c9e-5d0b-4c57-9a3c-3d3b6a1f0a10")
TEXTS = ("title", "lead", "place", "full_name", "acronym", "countries", "notes_to_editors", "office", "hours")


def identity(key: str) -> uuid.UUID:
    """Return the lasting identity of a demo page: loading twice finds it again."""
    return uuid.uuid5(NAMESPACE, key)


def existing(key: str) -> Any | None:
    """Return the demo page of that key, if it was loaded before."""
    page = BasePage.objects.filter(translation_key=identity(key)).first()
    return page.specific if page else None


def texts_of(item: dict[str, Any], pictures: dict[str, Any]) -> dict[str, Any]:
    """Return the translated columns of an item, bodies included."""
    values = localized(item, *TEXTS)
    for code in registry.codes():
        if code in item["title"]:
            values[registry.field("body", code)] = json.dumps(body(item.get("body", []), code, pictures))
    return values


def add(parent: Any, model: Any, key: str, item: dict[str, Any], pictures: dict[str, Any], **values: Any) -> Any:
    """Return the page of a key, made below `parent` and published in the languages it has unless it is there.

    `relations` in values maps many-to-many and inline names to lists. `days_ahead` schedules instead of publishing.
    """
    page = existing(key)
    if page is not None:
        return page
    relations = values.pop("relations", {})
    page = model(translation_key=identity(key), live=False, **texts_of(item, pictures), **values)
    if "picture" in item:
        page.listing_picture = pictures[item["picture"]]
    for name, related in relations.items():
        setattr(page, name, related)
    parent.add_child(instance=page)
    publish(page, [code for code in registry.codes() if code in item["title"]], item.get("days_ahead"))
    return page


def publish(page: Any, codes: list[str], days_ahead: int | None = None) -> None:
    """Publish a page in some languages, now or at nine o'clock in some days."""
    page.languages_to_publish = " ".join(codes)
    if days_ahead:
        page.go_live_at = (timezone.localtime() + timedelta(days=days_ahead)).replace(
            hour=9, minute=0, second=0, microsecond=0
        )
    page.save_revision().publish()
    page.refresh_from_db()
