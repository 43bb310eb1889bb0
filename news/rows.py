"""News as lists show them."""

from typing import Any


def row(page: Any) -> dict[str, Any]:
    """Return what components/news_rows.html takes of a news page in the active language."""
    dateline = page.dateline
    return {
        "url": page.url,
        "title": page.title,
        "date": {"text": dateline.text, "datetime": dateline.datetime},
        "place": dateline.place,
        "kind": page.get_kind_display(),
        "programmes": [one.acronym or one.title for one in page.programmes.all() if one.is_published_in()],
    }
