"""Related news: what the search engine finds alike, for the officer who chooses and below the page."""

from typing import Any
from uuid import uuid4

from django.core.cache import cache

from languages import registry
from search import find

from .rows import with_keys

SHOWN = 3
PROPOSED = 6
MOST = 8  # pages of one block
KEPT = 3600  # seconds; readers of an uncached page do not ask the engine each time
KEPT_NOTHING = 60  # an engine that was away is asked again soon
BLOCK = "related"


def alike(page: Any, number: int = PROPOSED) -> list[int]:
    """Return the keys of pages about the same things in the active language, best first; for a draft by its title."""
    hits = find.more_like(page, number)
    if not hits and not page.is_published_in():
        asked = find.question(page.title or "", facets=(), size=number, lift_cards=False, correct=False)
        hits = find.search(asked).hits
    return [int(hit.page.rpartition(":")[2]) for hit in hits if not (hit.is_card or hit.is_other_language)]


def shown(page: Any, programmes: list[Any], number: int = SHOWN) -> list[Any]:
    """Return the news below a public page: what the engine finds alike, then the newest of the same programmes."""
    keys = _kept(page) if page.pk and page.live else []
    found = [one for one in with_keys(keys) if one.pk != page.pk and not one.alias_of_id][:number]
    if len(found) < number and programmes:
        keys = sorted(programme.pk for programme in programmes)
        left_out = {page.pk, *(one.pk for one in found)}
        newest = type(page).objects.about_any(keys).newest(2 * number + 1, f"news about {keys}")
        found += [one for one in newest if one.pk not in left_out]
    return found[:number]


def _kept(page: Any) -> list[int]:
    """Return what is alike as it was found at most an hour ago, anew once the page was published."""
    if not page.last_published_at:
        return []
    name = f"news.related.{page.pk}.{registry.current()}.{page.last_published_at.timestamp()}"
    keys = cache.get(name)
    if keys is None:
        keys = alike(page)
        cache.set(name, keys, KEPT if keys else KEPT_NOTHING)
    return keys


def proposals(page: Any, code: str) -> list[Any]:
    """Return public news alike in a language that the page's body does not name yet, best first."""
    with registry.active(code):
        keys = [key for key in alike(page, PROPOSED + MOST) if key != page.pk and key not in named(page, code)]
        found = type(page).objects.published().in_bulk(keys)
        return [found[key] for key in keys if key in found][:PROPOSED]


def named(page: Any, code: str) -> set[int]:
    """Return the keys of the pages in the related blocks of a body."""
    body = getattr(page, registry.field("body", code)) or []
    chosen = (one for block in body if block.block_type == BLOCK for one in block.value["pages"])
    return {one.pk for one in chosen if one is not None}


def accept(page: Any, code: str, chosen: list[Any], user: Any) -> None:
    """Write the chosen news into a draft: into the body's last related block, or a new one at its end."""
    name = registry.field("body", code)
    body = list(getattr(page, name).get_prep_value() or [])
    blocks = [block for block in body if block["type"] == BLOCK]
    if not blocks:
        blocks = [{"type": BLOCK, "value": {"title": "", "pages": []}}]
        body += blocks
    items = blocks[-1]["value"]["pages"]
    items += [{"type": "item", "id": str(uuid4()), "value": one.pk} for one in chosen[: max(0, MOST - len(items))]]
    field = page._meta.get_field(name)
    setattr(page, name, field.to_python(field.get_prep_value(field.stream_block.to_python(body))))
    page.save_revision(user=user, log_action=True)
