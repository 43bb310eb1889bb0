"""JSON-LD: what a page says to search engines (https://schema.org), data and never script."""

import json
from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from contacts.models import ContactPage
from contacts.structured import contact_point
from home.models import HomePage
from news.models import NewsPage
from news.structured import article, own_picture

from .sharing import share_picture_url

# Nothing that could end the element or start markup (HTML, section 4.12.1.3).
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def as_json(graph: list[dict[str, Any]]) -> str:
    """Return the graph as JSON that is safe inside a script element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return text.translate(ESCAPES)


def graph_of(page: Any, frame: Any, organisation: Any, desk: Any, found: Any = None) -> list[dict[str, Any]]:
    """Return what there is to say of a page: its trail, and what its type adds; `found` is what its body names."""
    graph = [breadcrumbs(frame)] if frame.trail else []
    if isinstance(page, HomePage):
        graph.append(publisher(frame, organisation, desk))
    elif isinstance(page, NewsPage):
        values = article(page, frame.canonical, organisation.full_name or organisation.name)
        graph.append(values | {"image": _whole(own_picture(page, found)) or share_picture_url(page)})
    elif isinstance(page, ContactPage):
        card = page.card
        telephone = card.phones[0].uri if card.phones else ""
        graph.append(contact_point(card.name, telephone, card.email, list(card.spoken)) | {"url": frame.canonical})
    return graph


def _whole(address: str) -> str:
    """Return a whole address; files may already stand on another server."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, address) if address else ""


def breadcrumbs(frame: Any) -> dict[str, Any]:
    """Return the way to the page (https://schema.org/BreadcrumbList)."""
    root = frame.canonical.split("/", 3)[:3]
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": link["title"],
            "item": "/".join(root) + link["url"] if link["url"] else frame.canonical,
        }
        for number, link in enumerate(frame.trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def publisher(frame: Any, organisation: Any, desk: Any) -> dict[str, Any]:
    """Return the organisation with its press desk (https://schema.org/Organization)."""
    values: dict[str, Any] = {
        "@type": "Organization",
        "name": organisation.full_name or organisation.name,
        "alternateName": organisation.name,
        "url": frame.canonical,
        "contactPoint": contact_point(desk.name, desk.phone_uri, desk.email, list(desk.spoken)),
    }
    if organisation.address:
        values["address"] = organisation.address
    links = [link["url"] for link in organisation.links]
    return values | ({"sameAs": links} if links else {})
