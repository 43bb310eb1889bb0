"""Everything that stands beside the text of a news page, fetched in one query."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Self

from contacts.models import ContactPage
from pages.together import columns, fetch_together, made
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
        rows = fetch_together(**_parts(page))
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


def _parts(page: Any) -> dict[str, Any]:
    """Return the parts of the one query."""
    through = {name: getattr(type(page), name).through.objects for name in ("axes", "regions", "donors")}
    here = {"newspage_id": page.pk}
    region = below("region", columns(Region, "id", "slug", "name"))
    donor = below("organisation", columns(Organisation, "id", "name", "kind", "website"))
    readable = ContactPage.objects.published().values("pk")
    return {
        "programmes": programmes_part(ProgrammePage.objects.published().filter(news=page.pk)),
        "axes": (through["axes"].filter(**here), {"order": "axispage__number", "page": "axispage_id"}),
        "regions": (through["regions"].filter(**here), {"order": "region__slug"} | region),
        "donors": (through["donors"].filter(**here), {"order": "pk"} | donor),
        "contacts": (
            type(page).news_contacts.rel.related_model.objects.filter(page_id=page.pk, contact__in=readable),
            {"order": "sort_order", "contact": "contact_id"},
        ),
        "attachments": (
            type(page).attachments.rel.related_model.objects.filter(page_id=page.pk),
            {"order": "sort_order", "document": "document_id"},
        ),
    }
