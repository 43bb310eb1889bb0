"""Makes a thousand pages like one, in two statements a type: row by row it would take minutes."""

import itertools
import uuid
from typing import Any

from django.db.models import F

from contacts.models import Holder, Telephone
from languages import paths, registry
from pages.models import BasePage

_count = itertools.count(1)


def more_like(page: Any, number: int, **related: list[Any]) -> list[Any]:
    """Add live pages beside `page`, with its texts, its holders and telephone numbers, and these many-to-many rows."""
    parent = page.get_parent()
    first = int(parent.get_children().order_by("path").last().path[-BasePage.steplen :], len(BasePage.alphabet)) + 1
    fields = [field.attname for field in page._meta.concrete_fields if not field.primary_key]
    made = []
    for step in range(first, first + number):
        one = type(page)(**{name: getattr(page, name) for name in fields})
        one.path, one.translation_key = BasePage._get_path(parent.path, page.depth, step), uuid.uuid4()
        for code in registry.codes():
            setattr(one, paths.slug_name(code), f"more-{next(_count)}")
        one.set_url_path(parent)
        made.append(one)
    _insert(made)
    BasePage.objects.filter(pk=parent.pk).update(numchild=F("numchild") + number)
    for name, others in related.items():
        field: Any = page._meta.get_field(name)
        through, own, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
        through.objects.bulk_create(through(**{own: one.pk, other: it.pk}) for one in made for it in others)
    if hasattr(page, "holders"):
        Holder.objects.bulk_create(Holder(page=one, name=f"Salma {one.pk}") for one in made)
        Telephone.objects.bulk_create(Telephone(page=one, number="+212500000001") for one in made)
    return made


def _insert(pages: list[Any]) -> None:
    """Write the rows of the page table, then those of the type's own (Django has no bulk_create for both)."""
    names = [field.attname for field in BasePage._meta.concrete_fields if not field.primary_key]
    rows = BasePage.objects.bulk_create([BasePage(**{name: getattr(page, name) for name in names}) for page in pages])
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = page.basepage_ptr_id = row.pk
    model = type(pages[0])
    model.objects.none()._batched_insert(pages, model._meta.local_concrete_fields, batch_size=None)
