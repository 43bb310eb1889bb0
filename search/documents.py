"""Turns pages into what the index holds: one document per page and language, public ones only."""

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.documents import get_document_model

from languages import registry
from pages.models import BasePage

from .attachments import text_of
from .engines.base import IndexDocument
from .fetching import public_pages
from .registry import kinds as registered_kinds

BATCH = 200
MOST_ATTACHED = 400_000


def page_key(page_id: int) -> str:
    """Return the name of a page in the index."""
    return f"page:{page_id}"


def keys_of(page_ids: Iterable[int]) -> set[str]:
    """Return every key that these pages could have in the index."""
    return {f"{page_key(page_id)}/{code}" for page_id in page_ids for code in registry.codes()}


def documents_of(page_ids: Iterable[int]) -> Iterator[IndexDocument]:
    """Yield the documents of those of the pages that are public, in every language in which they are."""
    for page in public_pages(page_ids):
        yield from documents_of_page(page)


def documents_of_page(page: Any) -> Iterator[IndexDocument]:
    """Yield the documents of one public page (specific)."""
    for code in page.public_languages:
        entry = page.search_entry(code) if hasattr(page, "search_entry") else None
        if entry is not None:
            yield _document(page, code, entry)


def _document(page: Any, code: str, entry: Any) -> IndexDocument:
    files = get_document_model().objects.in_bulk(entry.documents) if entry.documents else {}
    attached = "\n".join(text_of(files[pk]) for pk in entry.documents if pk in files)
    return IndexDocument(
        page=page_key(page.pk),
        language=code,
        title=entry.title,
        url=page.url_in(code) or "",
        kind=entry.kind,
        lead=entry.lead,
        body=entry.body,
        attachments=attached[:MOST_ATTACHED],
        names=tuple(entry.names),
        phones=tuple(entry.phones),
        topics=(*entry.topics, *_kind(code, entry)),
        facets={"kind": (entry.kind,), **entry.facets},
        date=entry.date,
        is_card=entry.is_card,
        weight=entry.weight,
        extra=entry.row,
    )


def _kind(code: str, entry: Any) -> tuple[str, ...]:
    """What readers call this kind of page: "communiqué 2021" is a question too; none for cards, which have a role."""
    label = registered_kinds.get(entry.kind)
    if entry.is_card or not label:
        return ()
    with registry.active(code):
        return (str(label),)


def all_documents() -> Iterator[IndexDocument]:
    """Yield the documents of all public pages, in batches of the primary key: flat memory, none lost meanwhile."""
    last = 0
    while True:
        ids = list(
            BasePage.objects.published_anywhere()
            .filter(pk__gt=last, depth__gt=1)
            .order_by("pk")
            .values_list("pk", flat=True)[:BATCH]
        )
        if not ids:
            return
        yield from documents_of(ids)
        last = ids[-1]


def count_public() -> int:
    """Return about how many documents a rebuild will write: public pages, once per language."""
    public = BasePage.objects.published_anywhere().originals().filter(depth__gt=1)
    return sum(public.filter(**{registry.field("published", code): True}).count() for code in registry.codes())
