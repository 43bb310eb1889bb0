"""What hangs on cards: holders, numbers, subjects; one query for any number of cards."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from languages import registry
from languages.borrowed import text_of_row
from pages.prepared import fetch_prepared
from pages.together import Rows, columns, made, public_address
from programmes.models import AxisPage, ProgrammePage, Region
from programmes.periods import OF_THE_END, closed_notices

from . import telephones, tenure
from .telephones import Phone


@dataclass(frozen=True)
class Person:
    """A holder of a role, without a row."""

    name: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True)
class Parts:
    """In a language: the present holder's name (empty: vacant), the public numbers, the subjects readers may see.

    `is_unconfirmed`: numbers and e-mail may be the former holder's (tenure.is_unconfirmed).
    `notices`: of the programmes among them that are closed (components/notice_closed.html).
    """

    language: str
    holder: str = ""
    is_unconfirmed: bool = False
    phones: tuple[Phone, ...] = ()
    covers: tuple[str, ...] = ()
    notices: tuple[dict[str, Any], ...] = ()


def attach(pages: Iterable[Any]) -> None:
    """Give contact pages their parts in the active language, to be used by their cards. One query, none for drafts."""
    pages = list(pages)
    stored = {page.pk: page for page in pages if not is_draft(page)}
    if stored:
        rows = fetch_prepared("contact parts", _parts, keys=list(stored))
        for pk, page in stored.items():
            own = {name: [row for row in found if row["page"] == pk] for name, found in rows.items()}
            page.card_parts = _from_rows(own, page.verified_on)
    for page in pages:
        if page.pk not in stored:
            page.card_parts = from_memory(page)


def has_parts(page: Any) -> bool:
    """Whether a page has its parts in the active language."""
    return getattr(getattr(page, "card_parts", None), "language", None) == registry.current()


def is_draft(page: Any) -> bool:
    """Whether the page comes from a form or a revision, its children in memory."""
    return page.pk is None or bool(getattr(page, "_cluster_related_objects", None))


def from_memory(page: Any) -> Parts:
    """Return the parts of a page as it is edited."""
    holders = list(page.holders.all())
    holder = tenure.present(holders)
    rows = [row for row in page.telephones.all() if row.is_public and row.number]
    programmes, axes = _public(page.programmes, ProgrammePage), _public(page.axes, AxisPage)
    names = [one.acronym or one.title for one in programmes] + [one.title for one in axes]
    return Parts(
        language=registry.current(),
        holder=holder.name if holder else "",
        is_unconfirmed=tenure.is_unconfirmed(holders, page.verified_on),
        phones=tuple(telephones.phone(row.number, row.label or "", row.extension) for row in rows),
        covers=tuple(names + [region.name for region in page.regions.all()]),
        notices=tuple(closed_notices(programmes)),
    )


def _public(relation: Any, model: Any) -> QuerySet:
    """Return related pages that readers see; a relation in memory cannot be filtered in place."""
    return model.objects.published().filter(pk__in=[one.pk for one in relation.all()]).order_by("path")


def _parts(keys: list[int]) -> dict[str, Any]:
    from .models import ContactPage, Holder, Telephone

    def through(name: str, model: Any, *fields: str) -> tuple[QuerySet, dict[str, Any]]:
        subject: Any = ContactPage._meta.get_field(name)
        relation = subject.remote_field.through
        target = model._meta.model_name
        readable = model.objects.published() if hasattr(model.objects, "published") else model.objects.all()
        rows = relation.objects.filter(contactpage_id__in=keys, **{f"{target}__in": readable.values("pk")})
        order = "path" if hasattr(model, "path") else "slug"
        columns = {field: f"{target}__{field}" for field in fields}
        return rows, {"page": "contactpage_id", "order": f"{target}__{order}", **columns}

    def translated(name: str) -> list[str]:
        return [registry.field(name, code) for code in registry.codes()]

    own = {"page": "page_id", "order": "sort_order"}
    labels = {name: name for name in translated("label")}
    return dict(
        holders=(
            Holder.objects.filter(page_id__in=keys),
            {**own, "name": "name", "since": "since", "until": "until"},
        ),
        telephones=(
            # Columns of languages are named: modeltranslation's rewriting would change the order of a union's columns.
            Telephone.objects.rewrite(False).filter(page_id__in=keys, is_public=True).exclude(number=""),
            {**own, "number": "number", "extension": "extension", **labels},
        ),
        programmes=through("programmes", ProgrammePage, *_of_programmes()),
        axes=through("axes", AxisPage, *translated("title")),
        regions=through("regions", Region, *translated("name")),
    )


def _from_rows(rows: dict[str, Rows], verified_on: dt.date | None) -> Parts:
    holders = [Person(row["name"], _day(row["since"]), _day(row["until"])) for row in rows["holders"]]
    holder = tenure.present(holders)
    programmes = [row[registry.field("acronym")] or text_of_row(row, "title") for row in rows["programmes"]]
    closed = [row for row in rows["programmes"] if row["status"] == ProgrammePage.Status.CLOSED]
    covers = [
        *programmes,
        *(text_of_row(row, "title") for row in rows["axes"]),
        *(text_of_row(row, "name") for row in rows["regions"]),
    ]
    return Parts(
        language=registry.current(),
        holder=holder.name if holder else "",
        is_unconfirmed=tenure.is_unconfirmed(holders, verified_on),
        phones=tuple(
            telephones.phone(row["number"], text_of_row(row, "label"), row["extension"]) for row in rows["telephones"]
        ),
        covers=tuple(covers),
        notices=tuple(closed_notices(made(ProgrammePage, closed))),
    )


def _of_programmes() -> tuple[str, ...]:
    """Return the columns of a programme: its name, and what the notice of a closed one needs."""
    return tuple(dict.fromkeys((*public_address(), *columns(ProgrammePage, "acronym", "title", *OF_THE_END))))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
