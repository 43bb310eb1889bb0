"""One page of every type with everything filled in, for the promises that all page types keep."""

from typing import Any

from languages import registry
from tests.factories import (
    make_axis,
    make_document,
    make_home,
    make_index,
    make_news,
    make_organisation,
    make_picture,
    make_programme,
    make_region,
    make_standard_page,
)
from tests.pages.bodies import MARKUP, Everything


def texts(model: Any, word: str, *names: str) -> dict[str, str]:
    """Return `word` for some translated fields in every language."""
    return {registry.field(name, code): word for name in names for code in registry.codes()}


class Site:
    """Pages of all types that name each other."""

    def __init__(self, word: str = MARKUP) -> None:
        from contacts.models import ContactIndexPage, Telephone
        from home.models import HomeFigure
        from news.models import Attachment, NewsContact, NewsIndexPage, NewsPage
        from programmes.models import (
            AxisIndexPage,
            OrganisationLogo,
            ProgrammeDocument,
            ProgrammeFigure,
            ProgrammeIndexPage,
            ProgrammePage,
            Strand,
        )

        self.word = word
        self.things = Everything()
        self.body = self.things.body(word)
        region = make_region(word)
        donor = make_organisation(word, website="https://example.org/")
        OrganisationLogo.objects.create(organisation=donor, picture=make_picture())
        axis = make_axis(number=1)
        contact = self.things.contact
        contact.regions, contact.axes = [region], [axis]
        contact.save()
        Telephone.objects.create(page=contact, number="+212500000001", label_fr="Bureau", label_en="Office")
        programme = make_programme(
            title="Programme", axes=[axis], regions=[region], donors=[donor], status="closed", end="2020-12-31",
            **texts(ProgrammePage, word[:20], "acronym"), **texts(ProgrammePage, word, "full_name", "countries"),
        )  # fmt: skip
        contact.programmes = [programme]
        contact.save()
        Strand.objects.create(page=programme, **texts(Strand, word, "name", "description"))
        for year in ("2020", "2021"):
            ProgrammeFigure.objects.create(
                page=programme, number=2377, as_of=f"{year}-12-31",
                **texts(ProgrammeFigure, word, "unit", "label", "source", "series"),
                **texts(ProgrammeFigure, year, "period"),
            )  # fmt: skip
        ProgrammeFigure.objects.create(page=programme, number=1, **texts(ProgrammeFigure, "x", "label"))
        ProgrammeDocument.objects.create(page=programme, document=make_document())
        news = [
            make_news(title=f"News {number}", programmes=[programme], axes=[axis], regions=[region], donors=[donor])
            for number in range(6)
        ]
        page = news[0]
        NewsPage.objects.filter(pk=page.pk).update(**texts(NewsPage, word, "place", "notes_to_editors", "boilerplate"))
        NewsContact.objects.create(page=page, contact=contact)
        Attachment.objects.create(page=page, document=make_document())
        home = make_home(lead_news=page)
        HomeFigure.objects.create(page=home, number=3, **texts(HomeFigure, word, "label", "unit", "source"))
        self.pages = {
            type(one): one
            for one in (
                home, page, programme, axis, contact, make_standard_page(title="Legal"),
                make_index(NewsIndexPage), make_index(ProgrammeIndexPage), make_index(AxisIndexPage),
                make_index(ContactIndexPage),
            )
        }  # fmt: skip
        picture = make_picture(900, 600)
        for model, one in self.pages.items():
            values = {registry.field("body", code): self.body for code in registry.codes()}
            values |= texts(model, word, "lead", "title") | {"listing_picture": picture}
            values |= {registry.field("published", code): True for code in registry.codes()}
            model.objects.filter(pk=one.pk).update(**values)
            self.pages[model] = model.objects.get(pk=one.pk)
        self.programme, self.axis, self.region, self.donor, self.contact = programme, axis, region, donor, contact
        self.news = page
