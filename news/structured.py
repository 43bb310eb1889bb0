"""A news page for machines: schema.org's NewsArticle."""

from typing import Any

from languages import registry


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
    if page.first_published_at:
        values["datePublished"] = page.first_published_at.isoformat()
    if page.last_published_at:
        values["dateModified"] = page.last_published_at.isoformat()
    if page.dateline.datetime:
        values["dateCreated"] = page.dateline.datetime
    if page.place:
        values["contentLocation"] = {"@type": "Place", "name": page.place}
    return values
