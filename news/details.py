"""Everything that stands beside the text of a news page, fetched in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Self

from pages.prepared import fetch_prepared
from pages.together import columns, made
from programmes.listing import below, programmes_made, programmes_part
from programmes.models import Organisation, ProgrammePage, Region


@dataclass
class Details:
    """Programmes, axes, regions, donors and partners, contacts and attachments; pages and files by their keys."""

    programmes: list[ProgrammePage] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    donors: list[Organisation] = field(default_factory=list)
    axes: list[int] = field(default_factory=list)
    contacts: list[int] = field(default_factory=list)
    attachments: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, page: Any) -> Self:
        """Return the details of a page: of a draft those in memory, else those stored."""
        is_draft = not page.pk or bool(getattr(page, "_cluster_related_objects", None))
        return cls._in_memory(page) if is_draft else cls._stored(page)

    @classmethod
    def _in_memory(cls, page: Any) -> Self:
        keys = [programme.pk for programme in page.programmes.all()]
        return cls(
            programmes=list(ProgrammePage.objects.published().filter(pk__in=keys)),
            regions=list(page.regions.all()),
            donors=list(page.donors.all()),
            axes=[axis.pk for axis in page.axes.all()],
            contacts=[row.contact_id for row in page.news_contacts.all()],
            attachments=[row.document_id for row in page.attachments.all()],
        )

    @classmethod
    def _stored(cls, page: Any) -> Self:
        rows = fetch_prepared("news details", partial(_parts, type(page)), key=page.pk)
        return cls(
            programmes=programmes_made(rows["programmes"]),
            regions=made(Region, rows["regions"]),
            donors=made(Organisation, rows["donors"]),
            axes=[row["page"] for row in rows["axes"]],
            contacts=[row["contact"] for row in rows["contacts"]],
            attachments=[row["document"] for row in rows["attachments"]],
        )

    def also_shown(self) -> dict[str, Iterable[int]]:
        """Return the keys of pages, documents and cards to be fetched with those of the body."""
        return {"page": self.axes, "document": self.attachments, "contact": self.contacts}


def _parts(model: Any, key: int) -> dict[str, Any]:
    """Return the parts of the one query."""
    through = {name: getattr(model, name).through.objects for name in ("axes", "regions", "donors")}
    here = {"newspage_id": key}
    region = below("region", columns(Region, "id", "slug", "name"))
    donor = below("organisation", columns(Organisation, "id", "name", "kind", "website"))
    return {
        "programmes": programmes_part(ProgrammePage.objects.published().filter(news=key)),
        "axes": (through["axes"].filter(**here), {"order": "axispage__number", "page": "axispage_id"}),
        "regions": (through["regions"].filter(**here), {"order": "region__slug"} | region),
        "donors": (through["donors"].filter(**here), {"order": "pk"} | donor),
        "contacts": (
            # Whether readers may see a card is asked where it is fetched: here it would be asked of all pages.
            model.news_contacts.rel.related_model.objects.filter(page_id=key),
            {"order": "sort_order", "contact": "contact_id"},
        ),
        "attachments": (
            model.attachments.rel.related_model.objects.filter(page_id=key),
            {"order": "sort_order", "document": "document_id"},
        ),
    }
