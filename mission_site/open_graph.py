"""Open Graph: what a shared link says of its page beyond title and picture (https://ogp.me)."""

from functools import cache
from typing import Any

from babel.core import get_global

from languages import registry
from news.models import NewsPage
from news.structured import times


@cache
def locale_name(code: str) -> str:
    """Return a language with its likeliest country, as Open Graph wants it: "fr_FR" (Unicode, likely subtags)."""
    language, *others = code.replace("-", "_").split("_")
    likely = get_global("likely_subtags").get(language, "")
    countries = [part for part in (*others, *likely.split("_")[1:]) if len(part) == len("FR")]
    return f"{language}_{countries[0].upper()}" if countries else language


def properties_of(page: Any, frame: Any) -> list[tuple[str, str]]:
    """Return (property, content) in their order; the other languages are those in which the page is public."""
    is_news = isinstance(page, NewsPage)
    found = [("og:type", "article" if is_news else "website"), ("og:locale", locale_name(registry.current()))]
    others = [link["code"] for link in frame.alternates if link["code"] != registry.current()]
    found += [("og:locale:alternate", locale_name(code)) for code in others]
    found.append(("og:image:alt", page.title))
    if is_news:
        found += zip(("article:published_time", "article:modified_time"), times(page), strict=True)
    return [(name, content) for name, content in found if content]
