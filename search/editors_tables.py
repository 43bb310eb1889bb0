"""Reads the editors' tables: one expression per line, as plain data for the engines."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages import changes

from .engines.base import Promotion, Vocabulary

LONGEST = 100


def lines_of(text: str) -> list[str]:
    """Return the lines that are not empty, without surrounding space."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def validate_queries(text: str) -> None:
    """Demand at least one line of a sensible length; ValidationError says what is wrong."""
    lines = lines_of(text)
    if not lines:
        raise ValidationError(_("Write at least one line."))
    if any(len(line) > LONGEST for line in lines):
        raise ValidationError(_("A line has more than %(number)s characters."), params={"number": LONGEST})


def validate_group(text: str) -> None:
    """Demand at least two expressions: one alone has no synonym."""
    validate_queries(text)
    if len(lines_of(text)) < 2:  # noqa: PLR2004 a pair
        raise ValidationError(_("Write at least two expressions, one per line."))


def vocabulary() -> Vocabulary:
    """Return the editors' tables as they are now; asked for once as long as nothing of the site changes."""
    return changes.remembered("search.vocabulary", _vocabulary)


def _vocabulary() -> Vocabulary:
    """Two queries, parsed only when the tables changed."""
    from .models import PromotedPage, SynonymGroup

    groups = tuple(SynonymGroup.objects.order_by("pk").values_list("expressions", flat=True))
    rows = PromotedPage.objects.order_by("promoted_id", "sort_order").values_list(
        "promoted_id", "promoted__queries", "page_id"
    )
    return _parsed(groups, tuple(rows))


@lru_cache(maxsize=2)
def _parsed(groups: tuple[str, ...], rows: tuple[tuple[int, str, int], ...]) -> Vocabulary:
    promotions: dict[int, tuple[str, list[str]]] = {}
    for promoted_id, queries, page_id in rows:
        promotions.setdefault(promoted_id, (queries, []))[1].append(f"page:{page_id}")
    return Vocabulary(
        synonyms=tuple(tuple(lines_of(group)) for group in groups),
        promotions=tuple(Promotion(tuple(lines_of(queries)), tuple(pages)) for queries, pages in promotions.values()),
    )
