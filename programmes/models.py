"""What the mission does: axes, programmes, and the donors, partners and regions they name."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from pages.models import ContentPage


class Region(models.Model):
    """A region of the country, as an editable list."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("short name in addresses"), max_length=120, unique=True)
    variants = models.CharField(
        _("other spellings"),
        max_length=400,
        blank=True,
        help_text=_("Separated by commas; search and import know them."),
    )

    class Meta:
        ordering = ("slug",)
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.name


class Organisation(ClusterableModel):
    """A donor or partner, named in every language."""

    class Kind(models.TextChoices):
        """How the organisation takes part."""

        DONOR = "donor", _("donor")
        PARTNER = "partner", _("partner")

    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.DONOR)
    website = models.URLField(_("website"), blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("donor or partner")
        verbose_name_plural = _("donors and partners")

    def __str__(self) -> str:
        return self.name


class OrganisationLogo(Orderable):
    """A logo of a donor or partner, in one language or for all."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="logos")
    language = models.CharField(_("language"), max_length=10, blank=True)
    picture = models.ForeignKey("library.SitePicture", on_delete=models.CASCADE, related_name="+")


class AxisIndexPage(ContentPage):
    """The list of intervention axes."""

    max_count = 1
    parent_page_types = ("home.HomePage",)
    subpage_types = ("programmes.AxisPage",)


class AxisPage(ContentPage):
    """One intervention axis with its programmes."""

    number = models.PositiveSmallIntegerField(_("number"), default=1)

    parent_page_types = ("programmes.AxisIndexPage",)
    subpage_types = ()


class ProgrammeIndexPage(ContentPage):
    """The list of programmes."""

    max_count = 1
    parent_page_types = ("home.HomePage",)
    subpage_types = ("programmes.ProgrammePage",)


class ProgrammePage(ContentPage):
    """A programme: what it is, since when, where, who pays, what it achieved."""

    class Status(models.TextChoices):
        """Where the programme stands."""

        PLANNED = "planned", _("planned")
        ONGOING = "ongoing", _("ongoing")
        CLOSED = "closed", _("closed")

    acronym = models.CharField(_("acronym"), max_length=20, blank=True)
    full_name = models.CharField(_("full name"), max_length=250, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.ONGOING)
    start = models.DateField(_("start"), null=True, blank=True)
    end = models.DateField(_("end"), null=True, blank=True)
    countries = models.CharField(_("countries"), max_length=400, blank=True)
    axes = ParentalManyToManyField(AxisPage, verbose_name=_("axes"), blank=True, related_name="programmes")
    regions = ParentalManyToManyField(Region, verbose_name=_("regions"), blank=True, related_name="programmes")
    donors = ParentalManyToManyField(
        Organisation, verbose_name=_("donors and partners"), blank=True, related_name="programmes"
    )

    parent_page_types = ("programmes.ProgrammeIndexPage",)
    subpage_types = ()


class Strand(Orderable):
    """A strand (volet) of a programme."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="strands")
    name = models.CharField(_("name"), max_length=200)
    description = models.TextField(_("description"), blank=True)


class ProgrammeFigure(Orderable):
    """A key figure of a programme: number, unit, what it counts, source, as-of date."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="figures")
    number = models.DecimalField(_("number"), max_digits=14, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    label = models.CharField(_("what it counts"), max_length=200)
    source = models.CharField(_("source"), max_length=200, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    series = models.CharField(_("chart"), max_length=100, blank=True)
    period = models.CharField(_("period"), max_length=40, blank=True)


class ProgrammeDocument(Orderable):
    """A document of a programme."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey("library.SiteDocument", on_delete=models.CASCADE, related_name="+")
