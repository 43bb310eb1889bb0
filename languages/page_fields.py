"""The columns that every page has once per language, and the choice of languages to publish."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import registry


class TranslationStatus(models.TextChoices):
    """How the draft of a language stands beside the language the page was written in."""

    MISSING = "missing", _("missing")
    CURRENT = "current", _("up to date")
    STALE = "stale", _("behind the other language")


def _columns() -> dict[str, models.Field]:
    columns: dict[str, models.Field] = {}
    for code in registry.others():
        columns[f"slug_{code}"] = models.SlugField(_("slug"), max_length=255, blank=True, default="")
        columns[f"url_path_{code}"] = models.TextField(blank=True, default="", editable=False, db_index=True)
    for code in registry.codes():
        columns |= _state_columns(code)
    # Null on the row: the choice belongs to a revision, and is serialised with it.
    columns["languages_to_publish"] = models.CharField(max_length=100, null=True, blank=True, editable=False)
    return columns


def _state_columns(code: str) -> dict[str, models.Field]:
    return {
        f"published_{code}": models.BooleanField(default=False, editable=False, db_index=True),
        f"pending_{code}": models.BooleanField(default=False, editable=False),
        f"translation_{code}": models.CharField(
            max_length=10,
            choices=TranslationStatus.choices,
            default=TranslationStatus.MISSING,
            editable=False,
            db_index=True,
        ),
        f"stale_since_{code}": models.DateTimeField(null=True, blank=True, editable=False),
        # What the text of this language was translated from: goes live, and is held back, together with the text.
        f"translated_from_{code}": models.JSONField(null=True, blank=True, editable=False),
        f"behind_since_{code}": models.DateTimeField(null=True, blank=True, editable=False),
    }


# What belongs to the page as a whole, whatever revision its texts come from.
FLAGS = ("published", "pending", "translation", "stale_since", "behind_since")


def flag_names() -> list[str]:
    """Return the names of the columns that say how each language stands."""
    return [f"{flag}_{code}" for code in registry.codes() for flag in FLAGS]


class _Meta:
    abstract = True


# Made while running, from the languages of the installation: no type checker can know the columns.
LanguageColumns: Any = type("LanguageColumns", (models.Model,), {"__module__": __name__, "Meta": _Meta, **_columns()})
