"""A news page for machines: schema.org's NewsArticle."""

from typing import Any

from django.utils import timezone

from languages import registry
from library.presentation import picture_values


def times(page: Any) -> tuple[str, str]:
    """Return the date of the dateline, as exact as it is known, and when the page last changed (ISO 8601).

    An article of the archive is as old as its dateline, whenever it was put here; what is announced for a day to come
    is as old as its publication. Empty where nothing is known.
    """
    first, last = page.first_published_at, page.last_published_at or page.first_published_at
    is_past = page.date is not None and (first is None or page.date <= timezone.localdate(first))
    said = page.dateline.datetime if is_past else ""
    return said or (first.isoformat() if first else ""), last.isoformat() if last else ""


def own_picture(page: Any, found: Any) -> str:
    """Return the address of the picture that stands in an article, else of that of lists; empty without any.

    `found`: what was fetched for the page (pages.blocks.loading); a picture without consent counts for nothing.
    """
    keys = [block["value"].get("picture") for block in page.body.raw_data if block["type"] == "picture"]
    for key in [*keys, page.listing_picture_id]:
        picture = found.get("picture", key) if found is not None and key else None
        if address := picture_values(picture).get("src", ""):
            return str(address)
    return ""


def article(page: Any, url: str, organisation: str) -> dict[str, Any]:
    """Return the NewsArticle of a page in the active language (https://schema.org/NewsArticle)."""
    values: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.lead or "",
        "inLanguage": registry.current(),
        "url": url,
        "mainEntityOfPage": url,
        "author": {"@type": "Organization", "name": organisation},
        "publisher": {"@type": "Organization", "name": organisation},
    }
    published, modified = times(page)
    values |= {"datePublished": published} if published else {}
    values |= {"dateModified": modified} if modified else {}
    if page.place:
        values["contentLocation"] = {"@type": "Place", "name": page.place}
    return values
