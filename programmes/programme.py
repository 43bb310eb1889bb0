"""A programme: what it is, since when, where, who pays, what it achieved."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from languages.borrowed import Borrowed
from languages.editing.handlers import LocalizedInlinePanel, content_edit_handler
from pages.formats import PeriodPrecision
from pages.models import ContentPage

from .axes import AxisPage
from .organisations import Organisation
from .periods import end_in_words, period_in_words
from .regions import Region
from .subjects import SubjectOfNews, news_of


class ProgrammeIndexPage(ContentPage):
    """The list of programmes."""

    search_kind = None
    max_count = 1
    subpage_types = ("programmes.ProgrammePage",)

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `programmes` as values of components/programme_rows.html, those that go on first."""
        context = super().get_context(request, *args, **kwargs)
        axes = models.Prefetch("axes", queryset=AxisPage.objects.published().defer_streamfields())
        programmes = ProgrammePage.objects.published().defer_streamfields().order_by("path").prefetch_related(axes)
        rows = sorted(programmes, key=lambda page: page.is_closed)
        return context | {
            "programmes": [page.as_values() | {"axes": [axis.title for axis in page.axes.all()]} for page in rows]
        }


class ProgrammePage(SubjectOfNews, ContentPage):
    """A programme: what it is, since when, where, who pays, what it achieved."""

    class Status(models.TextChoices):
        """Where the programme stands."""

        PLANNED = "planned", _("planned")
        ONGOING = "ongoing", _("ongoing")
        CLOSED = "closed", _("closed")

    acronym = models.CharField(
        _("acronym"), max_length=20, blank=True, help_text=_("As people say it: AVRR, FORSATY, RDPP.")
    )
    full_name = models.CharField(
        _("full name"), max_length=250, blank=True, help_text=_("What the acronym stands for, in full.")
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status.choices,
        default=Status.ONGOING,
        help_text=_("Once it is closed, its page and every page about it say so, with the date."),
    )
    start = models.DateField(
        _("start"), null=True, blank=True, help_text=_("For a year or month, any day in it: the precision decides.")
    )
    start_precision = models.CharField(
        _("precision of the start"),
        max_length=10,
        choices=PeriodPrecision.choices,
        default=PeriodPrecision.YEAR,
        help_text=_("Say no more than you know."),
    )
    end = models.DateField(
        _("end"), null=True, blank=True, help_text=_("The last day of the programme, if it has one.")
    )
    end_precision = models.CharField(
        _("precision of the end"),
        max_length=10,
        choices=PeriodPrecision.choices,
        default=PeriodPrecision.DAY,
        help_text=_("Say no more than you know."),
    )
    countries = models.CharField(
        _("countries"),
        max_length=400,
        blank=True,
        help_text=_("Countries it reaches beside this one, separated by commas: “Guinea, Côte d’Ivoire, Senegal”."),
    )
    # An axis asks for its programmes, a region and an organisation for theirs, by the reverse accessor.
    axes = ParentalManyToManyField(
        AxisPage,
        verbose_name=_("axes"),
        blank=True,
        related_name="programmes",
        help_text=_("The axes it serves; it stands on their pages."),
    )
    regions = ParentalManyToManyField(
        Region,
        verbose_name=_("regions"),
        blank=True,
        related_name="programmes",
        help_text=_("Where it works. None: the whole country."),
    )
    donors = ParentalManyToManyField(
        Organisation,
        verbose_name=_("donors and partners"),
        blank=True,
        related_name="programmes",
        help_text=_("Who pays and who works with the mission."),
    )

    search_kind = "programme"
    facet = "programme"
    search_extra = ("acronym", "full_name", "countries")
    search_weight = 1.3
    parent_page_types = ("programmes.ProgrammeIndexPage",)
    subpage_types = ()
    required_to_publish = ("title", "lead")
    edit_handler = content_edit_handler(
        localized=["title", "acronym", "full_name", "lead", "body", "countries"],
        shared=[
            MultiFieldPanel(
                ["status", FieldRowPanel(["start", "start_precision"]), FieldRowPanel(["end", "end_precision"])],
                heading=_("Status"),
            ),
            "listing_picture",
            MultiFieldPanel(
                [FieldPanel(name, widget=forms.CheckboxSelectMultiple) for name in ("axes", "regions", "donors")],
                heading=_("Where it belongs"),
            ),
            LocalizedInlinePanel("strands", localized=["name", "description"], heading=_("Strands"), label=_("Strand")),
            LocalizedInlinePanel(
                "figures",
                localized=["label", "unit", "source", "series", "period"],
                shared=["number", "as_of"],
                heading=_("Key figures"),
                label=_("Key figure"),
            ),
            InlinePanel("documents", heading=_("Documents"), label=_("Document")),
        ],
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    @property
    def heading(self) -> str:
        """The name in full where there is one in the reader's language."""
        full = self.full_name
        return full if full and not isinstance(full, Borrowed) else self.title or full

    @property
    def is_closed(self) -> bool:
        """Whether the programme is over."""
        return self.status == self.Status.CLOSED

    @property
    def period(self) -> str:
        """From when to when, in words, as precise as it is known."""
        return period_in_words(self)

    @property
    def closed_notice(self) -> dict[str, Any]:
        """What components/notice_closed.html takes: name, date, url; {} while the programme goes on."""
        if not self.is_closed:
            return {}
        return {"name": self.acronym or self.title, "date": end_in_words(self), "url": self.url}

    def as_values(self) -> dict[str, Any]:
        """Return what components/programme_rows.html takes, without the axes."""
        return {
            "acronym": self.acronym,
            "title": self.heading,
            "url": self.url,
            "lead": self.lead,
            "status": self.get_status_display(),
            "period": self.period,
        }

    def clean(self) -> None:
        """Refuse a period that contradicts itself or the status."""
        super().clean()
        if self.start and self.end and self.end < self.start:
            raise ValidationError({"end": _("The programme ends before it starts.")})
        if self.is_closed and not self.end:
            raise ValidationError({"end": _("A closed programme needs the date on which it ended.")})

    def search_topics(self, code: str) -> tuple[str, ...]:
        """Return axes, regions with their other spellings, donors and strands by name."""
        regions = [name for region in self.regions.all() for name in (region.name, *region.variants.split(","))]
        names = [axis.title for axis in self.axes.published(code)] + regions
        names += [str(donor) for donor in self.donors.all()] + [strand.name for strand in self.strands.all()]
        return tuple(name.strip() for name in names if name and name.strip())

    def search_facets(self) -> dict[str, tuple[str, ...]]:
        """Return the slugs of the programme itself, its axes and its regions."""
        relations = {"axis": self.axes, "region": self.regions}
        return super().search_facets() | {
            name: tuple(one.slug for one in relation.all()) for name, relation in relations.items()
        }

    def search_documents(self, code: str) -> tuple[int, ...]:
        """Return the documents of the programme and those of its body."""
        return (*(row.document_id for row in self.documents.all()), *super().search_documents(code))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add all that hangs on the programme (details.py), its news (newest first) and its contacts."""
        from .details import Details

        self.details = Details.of(self)
        context = super().get_context(request, *args, **kwargs)
        shown = self.details.as_context(context["found"])
        return (
            context
            | shown
            | {
                "where": "" if shown["regions"] else gettext("the whole country"),
                "notice": self.closed_notice,
                "news": news_of(self),
            }
        )

    def also_shown(self) -> dict[str, Any]:
        """Fetch axes, documents and logos with what the body names."""
        shown = self.details.also_shown()
        return shown | {"picture": [*shown["picture"], self.listing_picture_id]}
