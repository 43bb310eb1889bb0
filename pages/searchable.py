"""How a page is found: each page type says its kind and facets, the rest follows from its fields."""

from datetime import date
from typing import Any, ClassVar

from languages import registry

from .blocks.loading import named
from .blocks.text import joined, plain_text
from .search_entry import SearchEntry


class Searchable:
    """To be mixed into pages; search reads nothing else of a page."""

    # A short word that readers filter by ("programme"); None: the page is not found in search.
    search_kind: ClassVar[str | None] = ""
    # Translated fields, beside title, lead and body, whose words count.
    search_extra: ClassVar[tuple[str, ...]] = ()

    search_is_card: ClassVar[bool] = False
    # How much more than other pages it counts.
    search_weight: ClassVar[float] = 1.0

    def search_facets(self) -> dict[str, tuple[str, ...]]:
        """Return what the page can be filtered by: facet name -> values (slugs of the default language)."""
        return {}

    def search_topics(self, code: str) -> tuple[str, ...]:
        """Return names of what the page is about, in a language: programmes, axes, regions."""
        return ()

    def search_names(self) -> tuple[str, ...]:
        """Return names of people that readers may look for."""
        return ()

    def search_phones(self) -> tuple[str, ...]:
        """Return public telephone numbers, in E.164."""
        return ()

    def search_row(self, code: str) -> dict[str, Any]:
        """Return what a result row shows beside title and extract; plain JSON."""
        return {}

    def search_date(self) -> date | None:
        """Return the day that counts for recency and for the year."""
        return None

    def search_text(self, code: str) -> str:
        """Return all words of the body and of `search_extra` in a language."""
        extra = (getattr(self, registry.field(name, code)) or "" for name in self.search_extra)
        return joined(text for text in (*extra, plain_text(getattr(self, registry.field("body", code)))) if text)

    def search_documents(self, code: str) -> tuple[int, ...]:
        """Return the primary keys of the documents offered by the page in a language."""
        return tuple(sorted(named(getattr(self, registry.field("body", code))).get("document", ())))

    def search_entry(self, code: str) -> SearchEntry | None:
        """Return what search knows of the page in a language; None where readers do not find it."""
        if not self.search_kind or self.alias_of_id or not self.is_published_in(code):  # type: ignore[attr-defined]
            return None

        def own(name: str) -> Any:
            return getattr(self, registry.field(name, code)) or ""

        with registry.active(code):
            return SearchEntry(
                kind=self.search_kind,
                title=own("title"),
                lead=own("lead"),
                body=self.search_text(code),
                names=self.search_names(),
                topics=self.search_topics(code),
                facets=self.search_facets(),
                date=self.search_date(),
                documents=self.search_documents(code),
                phones=self.search_phones(),
                is_card=self.search_is_card,
                weight=self.search_weight,
                row=self.search_row(code),
            )
