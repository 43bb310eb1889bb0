"""The columns that every page has once per language: slug, address, what is public, what is pending."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import registry


def _columns() -> dict[str, models.Field]:
    columns: dict[str, models.Field] = {}
    for code in registry.others():
        columns[f"slug_{code}"] = models.SlugField(_("slug"), max_length=255, blank=True, default="")
        columns[f"url_path_{code}"] = models.TextField(blank=True, default="", editable=False, db_index=True)
    for code in registry.codes():
        columns[f"published_{code}"] = models.BooleanField(default=False, editable=False, db_index=True)
        columns[f"pending_{code}"] = models.BooleanField(default=False, editable=False)
    return columns


class _Meta:
    abstract = True


LanguageColumns = type("LanguageColumns", (models.Model,), {"__module__": __name__, "Meta": _Meta, **_columns()})
