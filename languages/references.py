"""Wagtail's index of references, brought up to date once for a page that is saved with its children."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import COMMENTS_RELATION_NAME


@contextmanager
def indexed_once(page: Any, names: Iterable[str] | None) -> Iterator[None]:
    """Have one reading of a page's references follow the save within; none when the columns saved hold none.

    Wagtail reads them all again for the page and for each of its children, and for a draft that changes none.
    """
    # They load the page model, which is being made when this module is read.
    from wagtail.signal_handlers import disable_reference_index_auto_update, reference_index_auto_update_disabled
    from wagtail.tasks import update_reference_index_task

    if getattr(reference_index_auto_update_disabled, "value", False):
        yield
        return
    with disable_reference_index_auto_update():
        yield
    if names is None or any(_may_refer(type(page), name) for name in names):
        # Of the row: what is held back stands in the page in memory only.
        update_reference_index_task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))


def _may_refer(model: Any, name: str) -> bool:
    if name == COMMENTS_RELATION_NAME:
        # Of a draft that is saved they are always named; they refer to people only.
        return False
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return True
    ignored = [getattr(one, "wagtail_reference_index_ignore", False) for one in (field, field.related_model)]
    return (field.is_relation and not any(ignored)) or hasattr(field, "extract_references")
