"""Writes generated articles into the database in batches: a hundred thousand in minutes, not hours."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from languages import paths, pieces, registry, slugs
from news.models import NewsIndexPage, NewsPage
from pages.models import BasePage
from programmes.models import ProgrammePage, Region

from .articles import Article
from .pages import identity
from .rows import Rows, insert

BATCH = 1000
PROGRAMMES = ("avrr", "forsaty", "rdpp")
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
    """Knows the parent, the subjects and what all articles have in common once for all batches."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.parent = NewsIndexPage.objects.get()
        example = self._example()
        self.pages, self.news = Rows(example, BasePage), Rows(example, NewsPage)
        self.regions = {region.slug: region.pk for region in Region.objects.all()}
        by_identity = {page.translation_key: page for page in ProgrammePage.objects.all()}
        found = {key: by_identity.get(identity(f"programme:{key}")) for key in PROGRAMMES}
        self.programmes = {key: page.pk for key, page in found.items() if page}
        self.axes = {key: [axis.pk for axis in page.axes.all()] for key, page in found.items() if page}

    def _example(self) -> NewsPage:
        """A page with what all articles share."""
        shared = {"published": True, "translation": "current"}
        page = NewsPage(
            depth=self.parent.depth + 1,
            locale_id=self.parent.locale_id,
            content_type=ContentType.objects.get_for_model(NewsPage),
            live=True,
        )
        for name, value in shared.items():
            for code in registry.codes():
                setattr(page, registry.field(name, code), value)
        return page

    def add(self, articles: list[Article]) -> int:
        """Write the articles that are not there yet; return how many."""
        keys = {article.number: uuid.uuid5(NAMESPACE, f"{self.seed}:{article.number}") for article in articles}
        known = set(
            BasePage.objects.filter(translation_key__in=keys.values()).values_list("translation_key", flat=True)
        )
        fresh = [article for article in articles if keys[article.number] not in known]
        if not fresh:
            return 0
        free = self._free_paths(len(fresh))
        rows = [self._row(article, keys[article.number], path) for article, path in zip(fresh, free, strict=True)]
        self._insert(rows)
        self._relate(fresh, rows)
        BasePage.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + len(rows))
        return len(rows)

    def _free_paths(self, number: int) -> Iterator[str]:
        depth = self.parent.depth + 1
        last = BasePage.objects.filter(path__startswith=self.parent.path, depth=depth).order_by("path").last()
        # A step of the path counts in the digits of treebeard's alphabet: 0-9, A-Z.
        first = int(last.path[-BasePage.steplen :], len(BasePage.alphabet)) + 1 if last else 1
        for step in range(first, first + number):
            yield BasePage._get_path(self.parent.path, depth, step)

    def _row(self, article: Article, key: uuid.UUID, path: str) -> dict[str, Any]:
        """The columns in which an article differs from the others."""
        moment = timezone.make_aware(datetime.combine(article.day, time(10)))
        row = {
            "path": path,
            "translation_key": key,
            **dict.fromkeys(("first_published_at", "last_published_at", "latest_revision_created_at"), moment),
            "kind": article.kind,
            "date": article.day,
            "draft_title": article.title[registry.default()],
        }
        ids = [str(uuid.uuid5(key, str(index))) for index in range(len(article.paragraphs[registry.default()]))]
        for code in registry.codes():
            slug = f"{slugs.suggest(article.title[code])}-{article.number}"
            row[paths.slug_name(code)] = slug
            row[paths.path_name(code)] = f"{getattr(self.parent, paths.path_name(code))}{slug}/"
            for name, value in self._texts(article, code, ids).items():
                row[registry.field(name, code)] = value
                if code == registry.default():
                    row[name] = value
        return row | self._translated(row)

    @staticmethod
    def _translated(row: dict[str, Any]) -> dict[str, Any]:
        """What each other language was translated from, as the first publication remembers it."""
        source = registry.default()
        found = {code: pieces.between(NewsPage, row, code, source) for code in registry.others()}
        return {
            registry.field("translated_from", code): {
                "source": source,
                "pieces": {piece.key: [piece.own, piece.source] for piece in those},
            }
            for code, those in found.items()
        }

    @staticmethod
    def _texts(article: Article, code: str, ids: list[str]) -> dict[str, Any]:
        """What an article says in a language, by the name of the field."""
        paragraphs = zip(article.paragraphs[code], ids, strict=True)
        return {
            "title": article.title[code],
            "lead": article.lead[code],
            "place": article.place[code],
            "body": [{"type": "paragraph", "value": f"<p>{text}</p>", "id": one} for text, one in paragraphs],
        }

    def _insert(self, rows: list[dict[str, Any]]) -> None:
        """Write the rows of the page table, then those of the news table that point to them."""
        self.pages.insert(rows)
        first, last = rows[0]["path"], rows[-1]["path"]
        made = BasePage.objects.filter(path__range=(first, last), depth=self.parent.depth + 1)
        pks = dict(made.values_list("path", "pk"))
        for row in rows:
            row["basepage_ptr_id"] = pks[row["path"]]
        self.news.insert(rows)

    def _relate(self, articles: list[Article], rows: list[dict[str, Any]]) -> None:
        """Write what the articles are about."""
        related: dict[str, list[tuple[int, int]]] = {"programmes": [], "axes": [], "regions": []}
        for article, row in zip(articles, rows, strict=True):
            pk = row["basepage_ptr_id"]
            if article.programme in self.programmes:
                related["programmes"].append((pk, self.programmes[article.programme]))
            related["axes"] += [(pk, axis) for axis in self.axes.get(article.programme, [])]
            if article.region in self.regions:
                related["regions"].append((pk, self.regions[article.region]))
        for name, links in related.items():
            field: Any = NewsPage._meta.get_field(name)
            insert(field.m2m_db_table(), [field.m2m_column_name(), field.m2m_reverse_name()], links)
