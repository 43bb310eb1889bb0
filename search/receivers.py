"""Notes in the outbox whatever may change what search shows; nobody calls search directly."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from modeltranslation.translator import translator
from wagtail.documents.models import AbstractDocument
from wagtail.models import PageViewRestriction, ReferenceIndex
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.models import BasePage

from .outbox import note


def with_descendants(page: BasePage) -> list[int]:
    """Return the ids of a page and of all below it."""
    return list(BasePage.objects.filter(path__startswith=page.path).values_list("pk", flat=True))


def pages_naming(thing: Model) -> set[int]:
    """Return the ids of the pages that refer to an object: by reference index and by many-to-many."""
    page_type = ContentType.objects.get_for_model(BasePage)
    references = ReferenceIndex.get_references_to(thing).filter(base_content_type=page_type)
    ids = {int(value) for value in references.values_list("object_id", flat=True)}
    for relation in thing._meta.related_objects:
        if relation.many_to_many and issubclass(relation.related_model, BasePage):
            named = relation.related_model._base_manager.filter(**{relation.field.name: thing.pk})
            ids.update(named.values_list("pk", flat=True))
    return ids


def note_page(sender: Any, instance: BasePage, **kwargs: Any) -> None:
    """A page was published, withdrawn or saved: itself and the pages that name it."""
    note([instance.pk, *sorted(pages_naming(instance))])


def note_saved_page(sender: Any, instance: Any, update_fields: Any = None, raw: bool = False, **kwargs: Any) -> None:
    """A page was saved whole (drafts save single columns)."""
    if isinstance(instance, BasePage) and update_fields is None and not raw and type(instance) is sender:
        note([instance.pk, *sorted(pages_naming(instance))])


def note_moved(sender: Any, instance: BasePage, **kwargs: Any) -> None:
    """A page was moved: the addresses of all below it changed."""
    note(with_descendants(instance))


def note_deleted(sender: Any, instance: Any, **kwargs: Any) -> None:
    """A page is about to go, with all below it."""
    if isinstance(instance, BasePage):
        note({*with_descendants(instance), *pages_naming(instance)})


def note_restriction(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page and all below it became private or public."""
    note(with_descendants(instance.page))


def is_watched(sender: type) -> bool:
    """Whether objects of this model can be named by pages: documents and translated snippets."""
    if issubclass(sender, BasePage):
        return False
    return issubclass(sender, AbstractDocument) or sender in translator.get_registered_models(abstract=False)


def note_named_thing(sender: Any, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    """A document, region, donor changed: the pages that name it."""
    if not raw and is_watched(sender):
        note(sorted(pages_naming(instance)))


def note_tags(sender: Any, instance: Any, action: str, pk_set: Iterable[int] | None = None, **kwargs: Any) -> None:
    """A many-to-many of a page changed outside a publication."""
    if action.startswith("post_") and isinstance(instance, BasePage):
        note([instance.pk])


def note_moved_addresses(sender: Any, instance: BasePage, **kwargs: Any) -> None:
    """A page was renamed in some language: the addresses of all below it changed."""
    note(with_descendants(instance))


def connect() -> None:
    """Start listening; called once by the application."""
    from languages.signals import page_paths_changed

    def uid(name: str) -> str:
        return f"search.{name}"

    page_published.connect(note_page, dispatch_uid=uid("published"))
    page_unpublished.connect(note_page, dispatch_uid=uid("unpublished"))
    post_page_move.connect(note_moved, dispatch_uid=uid("moved"))
    page_paths_changed.connect(note_moved_addresses, dispatch_uid=uid("paths"))
    post_save.connect(note_saved_page, dispatch_uid=uid("page_saved"))
    pre_delete.connect(note_deleted, dispatch_uid=uid("deleted"))
    post_save.connect(note_restriction, sender=PageViewRestriction, dispatch_uid=uid("restricted"))
    post_delete.connect(note_restriction, sender=PageViewRestriction, dispatch_uid=uid("opened"))
    post_save.connect(note_named_thing, dispatch_uid=uid("thing_saved"))
    pre_delete.connect(note_named_thing, dispatch_uid=uid("thing_deleted"))
    m2m_changed.connect(note_tags, dispatch_uid=uid("tags"))
