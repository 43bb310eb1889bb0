"""Writes generated articles into the database in batches: a hundred thousand in minutes, not hours."""

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from languages import registry, slugs
from news.models import NewsIndexPage, NewsPage
from pages.models import BasePage
from programmes.models import ProgrammePage, Region

from .articles import Article
from .pages import identity

BATCH = 1000
NAMESPACE = uuid.UUID("8d6c3f0e-0d8a-4f37-9a54-1a5a2f6ab001")


def write(articles: Iterable[Article], seed: int, progress: Callable[[int], None] | None = None) -> int:
    """Add the articles below the news index; those that are there already are left. Return how many were added."""
    writer = _Writer(seed)
    stream, done, added = iter(articles), 0, 0
    while batch := list(islice(stream, BATCH)):
        with transaction.atomic():
            added += writer.add(batch)
        done += len(batch)
        if progress:
            progress(done)
    return added


class _Writer:
    """Knows the parent and the subjects once for all batches."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.parent = NewsIndexPage.objects.get()
        self.content_type = ContentType.objects.get_for_model(NewsPage)
        self.regions = {region.slug: region for region in Region.objects.all()}
        keys = ("avrr", "forsaty", "rdpp")
        by_identity = {page.translation_key: page for page in ProgrammePage.objects.all()}
        found = {key: by_identity.get(identity(f"programme:{key}")) for key in keys}
        self.programmes = {key: page for key, page in found.items() if page}
        self.axes = {key: [axis.pk for axis in page.axes.all()] for key, page in self.programmes.items()}

    def add(self, articles: list[Article]) -> int:
        keys = {article.number: uuid.uuid5(NAMESPACE, f"{self.seed}:{article.number}") for article in articles}
        known = set(
            BasePage.objects.filter(translation_key__in=keys.values()).values_list("translation_key", flat=True)
        )
        fresh = [article for article in articles if keys[article.number] not in known]
        if not fresh:
            return 0
        paths = self._free_paths(len(fresh))
        pages = [self._page(article, keys[article.number], path) for article, path in zip(fresh, paths, strict=True)]
        self._insert(pages)
        self._relate(fresh, pages)
        BasePage.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + len(pages))
        return len(pages)

    def _free_paths(self, number: int) -> Iterator[str]:
        depth = self.parent.depth + 1
        last = BasePage.objects.filter(path__startswith=self.parent.path, depth=depth).order_by("path").last()
        # A step of the path counts in the digits of treebeard's alphabet: 0-9, A-Z.
        first = int(last.path[-BasePage.steplen :], len(BasePage.alphabet)) + 1 if last else 1
        for step in range(first, first + number):
            yield BasePage._get_path(self.parent.path, depth, step)

    def _page(self, article: Article, key: uuid.UUID, path: str) -> NewsPage:
        moment = timezone.make_aware(datetime.combine(article.day, time(10)))
        page = NewsPage(
            path=path,
            depth=self.parent.depth + 1,
            translation_key=key,
            locale_id=self.parent.locale_id,
            content_type=self.content_type,
            live=True,
            first_published_at=moment,
            last_published_at=moment,
            latest_revision_created_at=moment,
            kind=article.kind,
            date=article.day,
        )
        for code in registry.codes():
            self._fill(page, article, code)
        page.slug = f"{slugs.suggest(article.title[registry.default()])}-{article.number}"
        page.draft_title = article.title[registry.default()]
        page.set_url_path(self.parent)
        return page

    @staticmethod
    def _fill(page: NewsPage, article: Article, code: str) -> None:
        blocks = [
            {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.uuid5(page.translation_key, str(index)))}
            for index, text in enumerate(article.paragraphs[code])
        ]
        values = {
            "title": article.title[code],
            "lead": article.lead[code],
            "place": article.place[code],
            "body": json.dumps(blocks),
            "published": True,
            "translation": "current",
        }
        for name, value in values.items():
            setattr(page, registry.field(name, code), value)
        if code != registry.default():
            setattr(page, registry.field("slug", code), f"{slugs.suggest(article.title[code])}-{article.number}")

    @staticmethod
    def _insert(pages: list[NewsPage]) -> None:
        """Write the rows of the page table, then those of the news table that point to them.

        Django has no bulk_create for inherited tables; the second step is what it does for a plain one.
        """
        fields = [field.attname for field in BasePage._meta.concrete_fields if not field.primary_key]
        rows = BasePage.objects.bulk_create(
            [BasePage(**{name: getattr(page, name) for name in fields}) for page in pages]
        )
        for page, row in zip(pages, rows, strict=True):
            page.pk = page.id = row.pk
            page.basepage_ptr_id = row.pk
        NewsPage.objects.none()._batched_insert(pages, NewsPage._meta.local_concrete_fields, batch_size=None)

    def _relate(self, articles: list[Article], pages: list[NewsPage]) -> None:
        rows: dict[Any, list[Any]] = {}
        for article, page in zip(articles, pages, strict=True):
            programme = self.programmes.get(article.programme)
            related = {"programmes": [programme.pk] if programme else [], "axes": self.axes.get(article.programme, [])}
            if article.region in self.regions:
                related["regions"] = [self.regions[article.region].pk]
            for name, ids in related.items():
                field: Any = NewsPage._meta.get_field(name)
                through, own, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
                rows.setdefault(through, []).extend(through(**{own: page.pk, other: pk}) for pk in ids)
        for through, links in rows.items():
            through.objects.bulk_create(links)
