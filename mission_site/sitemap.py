"""The sitemap: every public page in every language, each with its alternates."""

from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap

from pages.models import BasePage

from .frame import x_default

PAGES_PER_FILE = 5000


class PageSitemap(Sitemap):
    """Pages that anybody may read; one entry per language, with the others as alternates."""

    limit = PAGES_PER_FILE

    def items(self) -> Any:
        """Return the public pages in a stable order."""
        return BasePage.objects.published_anywhere().originals().filter(depth__gt=1).order_by("pk")

    def get_latest_lastmod(self) -> Any:
        """Return when anything was last published."""
        return self.items().order_by("-last_published_at").values_list("last_published_at", flat=True).first()

    def get_urls(self, page: Any = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return the entries of one file of the sitemap."""
        entries = []
        for item in self.paginator.page(page).object_list:
            urls = addresses(item)
            alternates = [{"location": url, "lang_code": code} for code, url in urls.items()]
            if default := x_default(urls):
                alternates.append({"location": default, "lang_code": "x-default"})
            for url in urls.values():
                entries.append(
                    {
                        "item": item,
                        "location": url,
                        "lastmod": item.last_published_at or item.latest_revision_created_at,
                        "changefreq": None,
                        "priority": "",
                        "alternates": alternates,
                    }
                )
        return entries


def addresses(page: Any) -> dict[str, str]:
    """Return the whole address of a page by language, for those in which it is public."""
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    found = {code: page.url_in(code) for code in page.public_languages}
    return {code: base + path for code, path in found.items() if path}


sitemaps = {"pages": PageSitemap}
