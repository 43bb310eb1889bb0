"""What a revision is told after its publication: keys of new children, and for which languages it is what is live."""

from collections.abc import Iterator
from typing import Any

from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Revision

Row = dict[str, Any]


def new_children(page: Any, data: Row) -> list[tuple[Row, Any]]:
    """Pair the children of a page in memory that have no key yet with their entries in the revision's content."""
    return list(_new_children(page, data))


def _new_children(instance: Any, data: Row) -> Iterator[tuple[Row, Any]]:
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        if name == COMMENTS_RELATION_NAME:
            continue
        manager = getattr(instance, name)
        if not getattr(manager, "is_deferring", False):
            continue
        children, rows = manager.get_object_list(), list(data.get(name) or ())
        if len(children) != len(rows):
            # A child whose picture or document was deleted is not read from the revision.
            rows = [row for row in rows if row.get("pk") or _matches_one(row, children)]
        for child, row in zip(children, rows, strict=False):
            if child.pk is None:
                yield row, child
            yield from _new_children(child, row)


def _matches_one(row: Row, children: list[Any]) -> bool:
    return any(child.pk is None and getattr(child, "sort_order", None) == row.get("sort_order") for child in children)


def write_keys(pairs: list[tuple[Row, Any]]) -> None:
    """Write the keys that new children got into their entries; without, the next publication would make them anew."""
    for row, child in pairs:
        row["pk"] = child.pk


def rewrite(revision: Revision, **values: Any) -> None:
    """Store a revision's content with some values replaced, in memory too; its date stays."""
    revision.content |= values
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
