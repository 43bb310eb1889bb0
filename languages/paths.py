"""Addresses of a page in every language, kept true when it is renamed or moved."""

from typing import Any

from django.db import connections
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from . import registry

SITE_ROOT_DEPTH = 2


def slug_name(code: str) -> str:
    """Return the name of the column with the slug of a language (Wagtail's own for the default one)."""
    return "slug" if code == registry.default() else f"slug_{code}"


def path_name(code: str) -> str:
    """Return the name of the column with the path of a language (Wagtail's own for the default one)."""
    return "url_path" if code == registry.default() else f"url_path_{code}"


def effective_slug(page: Any, code: str) -> str:
    """Return the slug a page answers to in a language: its own there, else that of the default language."""
    return getattr(page, slug_name(code)) or page.slug


def set_paths(page: Any, parent: Any | None) -> None:
    """Compute the path of every other language from the parent's; the site root has one path for all."""
    for code in registry.others():
        name = path_name(code)
        if parent is None or parent.depth < SITE_ROOT_DEPTH:
            path = page.url_path
        else:
            path = f"{getattr(parent, name)}{effective_slug(page, code)}/"
        setattr(page, name, path)


def all_paths(page: Any) -> dict[str, str]:
    """Return the path of a page by language code."""
    return {code: getattr(page, path_name(code)) for code in registry.codes()}


def changed_paths(before: dict[str, str], after: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return {language: (old, new)} for the languages whose path differs."""
    return {code: (before[code], after[code]) for code in before if before[code] != after[code]}


def update_descendants(page: Any, changes: dict[str, tuple[str, str]]) -> None:
    """Give all descendants the new beginning of their path in the changed languages, in one statement."""
    values = {
        path_name(code): Concat(Value(new), Substr(path_name(code), len(old) + 1))
        for code, (old, new) in changes.items()
    }
    if values:
        page.base_page_model.objects.filter(path__startswith=page.path).exclude(pk=page.pk).update(**values)


def fill_new_paths(model: Any, using: str) -> None:
    """Copy the default path where a language has none: it was added to a site that has pages already."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if model._meta.db_table not in connection.introspection.table_names(cursor):
            return
        stored = {
            column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)
        }
    for code in registry.others():
        name = path_name(code)
        if name in stored:
            rows = model._base_manager.using(using).filter(**{name: ""}).exclude(url_path="")
            rows.update(**{name: F("url_path")})
