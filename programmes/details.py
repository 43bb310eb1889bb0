"""Everything that hangs on a programme's page, fetched in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

from django.utils import timezone

from languages import registry
from library.presentation import document_values, picture_values
from pages.blocks.links import link_values
from pages.blocks.loading import Found
from pages.prepared import fetch_prepared
from pages.together import columns, made

from .charts import charts, stand_alone
from .organisations import Organisation, OrganisationLogo
from .parts import ProgrammeDocument, ProgrammeFigure, Strand
from .regions import Region
from .subjects import cards, contacts_part


def _below(path: str, found: dict[str, str]) -> dict[str, str]:
    """Return the same columns, reached through a relation."""
    return {column: f"{path}__{name}" for column, name in found.items()}


@dataclass
class Details:
    """Strands, figures, documents, axes, regions, donors and partners of a programme."""

    strands: list[Strand]
    figures: list[ProgrammeFigure]
    documents: list[int]
    axes: list[int]
    regions: list[Region]
    donors: list[Organisation]
    logos: list[OrganisationLogo]
    contacts: list[int]

    @classmethod
    def of(cls, page: Any) -> Self:
        """Return the details of a page: of a draft those in memory, else those stored."""
        is_draft = not page.pk or bool(getattr(page, "_cluster_related_objects", None))
        return cls._in_memory(page) if is_draft else cls._stored(page)

    @classmethod
    def _in_memory(cls, page: Any) -> Self:
        donors = list(page.donors.all())
        return cls(
            strands=list(page.strands.all()),
            figures=list(page.figures.all()),
            documents=[row.document_id for row in page.documents.all()],
            axes=[axis.pk for axis in page.axes.all()],
            regions=list(page.regions.all()),
            donors=donors,
            logos=list(OrganisationLogo.objects.filter(organisation__in=donors)),
            contacts=list(page.contacts.present().values_list("pk", flat=True)) if page.pk else [],
        )

    @classmethod
    def _stored(cls, page: Any) -> Self:
        # Who holds a role today stands in the query.
        rows = fetch_prepared(f"programme details {timezone.localdate()}", partial(_parts, type(page)), key=page.pk)
        return cls(
            strands=made(Strand, rows["strands"]),
            figures=made(ProgrammeFigure, rows["figures"]),
            documents=[row["document_id"] for row in rows["documents"]],
            axes=[row["page"] for row in rows["axes"]],
            regions=made(Region, rows["regions"]),
            donors=made(Organisation, rows["donors"]),
            logos=made(OrganisationLogo, rows["logos"]),
            contacts=[row["contact"] for row in rows["contacts"]],
        )

    def also_shown(self) -> dict[str, Iterable[int]]:
        """Return the primary keys of pages, documents and pictures to be fetched with those of the body."""
        return {
            "page": self.axes,
            "document": self.documents,
            "contact": self.contacts,
            "picture": [logo.picture_id for logo in self._logos_in(registry.current()).values()],
        }

    def _logos_in(self, code: str) -> dict[int, OrganisationLogo]:
        """Return the logo of each organisation for a language: its own, else the one for all."""
        fitting = [logo for logo in self.logos if logo.language in ("", code)]
        return {logo.organisation_id: logo for logo in sorted(fitting, key=lambda logo: logo.language == code)}

    def as_context(self, found: Found) -> dict[str, Any]:
        """Return what the template shows: strands, figures, charts, documents, axes, regions, donors, partners."""
        logos = self._logos_in(registry.current())
        facts: dict[str, list[dict[str, Any]]] = {kind: [] for kind in Organisation.Kind.values}
        for one in self.donors:
            logo = logos.get(one.pk)
            picture = picture_values(found.get("picture", logo.picture_id), "whole", "") if logo else {}
            facts[one.kind].append({"title": one.name, "url": one.website, "logo": picture or None})
        return {
            "strands": self.strands,
            "figures": stand_alone(self.figures),
            "charts": charts(self.figures),
            "documents": [document_values(one) for one in found.all("document", self.documents)],
            "axes": [link_values(axis) for axis in found.all("page", self.axes)],
            "regions": [{"title": region.name, "slug": region.slug} for region in self.regions],
            "donors": facts[Organisation.Kind.DONOR],
            "partners": facts[Organisation.Kind.PARTNER],
            "contacts": cards(found, self.contacts),
        }


def _parts(model: Any, key: int) -> dict[str, Any]:
    """Return the parts of the one query."""
    through = {name: getattr(model, name).through.objects for name in ("axes", "regions", "donors")}
    here = {"programmepage_id": key}
    order = {"order": "sort_order"}
    figure = columns(ProgrammeFigure, "id", "unit", "label", "source", "series", "period", "number", "as_of")
    donor = _below("organisation", columns(Organisation, "id", "name", "kind", "website"))
    region = _below("region", columns(Region, "id", "slug", "name"))
    logo = columns(OrganisationLogo, "id", "organisation", "language", "picture")
    # A joined table gives one row for each logo of an organisation the programme names.
    logos = OrganisationLogo.objects.filter(organisation__programmes=key)
    return {
        "strands": (Strand.objects.filter(page=key), order | columns(Strand, "id", "name", "description")),
        "figures": (ProgrammeFigure.objects.filter(page=key), order | figure),
        "documents": (ProgrammeDocument.objects.filter(page=key), order | {"document_id": "document_id"}),
        "axes": (through["axes"].filter(**here), {"order": "axispage__number", "page": "axispage_id"}),
        "regions": (through["regions"].filter(**here), {"order": "region__slug"} | region),
        "donors": (through["donors"].filter(**here), {"order": "pk"} | donor),
        "logos": (logos, order | logo),
        "contacts": contacts_part(model(pk=key)),
    }
