"""What hangs on a programme: strands, key figures, documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.key_figures import KeyFigure

from .programme import ProgrammePage


class Strand(Orderable):
    """A strand (volet) of a programme."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="strands")
    name = models.CharField(_("name"), max_length=200, help_text=_("In a few words: “Training of young people”."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("Two or three sentences: what is done, for whom, where.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("strand")
        verbose_name_plural = _("strands")

    def __str__(self) -> str:
        return self.name or ""


class ProgrammeFigure(Orderable, KeyFigure):
    """A key figure of a programme; figures with the same chart are drawn together."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="figures")
    series = models.CharField(
        _("chart"),
        max_length=100,
        blank=True,
        help_text=_("Title of the chart it belongs to, the same for each of its figures. Empty: it stands alone."),
    )
    period = models.CharField(
        _("period"), max_length=40, blank=True, help_text=_("Under the bar of a chart: “2021”, “January to June”.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")


class ProgrammeDocument(Orderable):
    """A document of a programme."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "library.SiteDocument",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("A report, a leaflet, an evaluation; its title and language come from the library."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("document of a programme")
        verbose_name_plural = _("documents of a programme")
