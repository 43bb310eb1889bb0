"""What search keeps in the database: the outbox, the editors' tables, questions without an answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from .editors_tables import lines_of, validate_group, validate_queries


class OutboxRow(models.Model):
    """One line per "this page may have changed", written in the transaction that changes it."""

    page_id = models.PositiveBigIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk}: page {self.page_id}"


class SynonymGroup(models.Model):
    """Expressions that mean the same in search: acronyms, place variants, words of both languages."""

    expressions = models.TextField(
        _("expressions"),
        validators=[validate_group],
        help_text=_("One per line, in any language: “AVRR”, “retour volontaire”, “voluntary return”."),
    )

    panels = [FieldPanel("expressions")]

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms and acronyms")

    def __str__(self) -> str:
        return " = ".join(lines_of(self.expressions))


class PromotedResult(ClusterableModel):
    """Pages that come first for certain questions."""

    queries = models.TextField(
        _("questions"),
        validators=[validate_queries],
        help_text=_("One per line, as readers type them, in any language."),
    )

    panels = [FieldPanel("queries"), InlinePanel("pages", label=_("Page"), heading=_("Pages"), min_num=1)]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self) -> str:
        return ", ".join(lines_of(self.queries))


class PromotedPage(Orderable):
    """A page of a promoted result, in order."""

    promoted = ParentalKey(PromotedResult, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey("pages.BasePage", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("page")]


class FruitlessQuery(models.Model):
    """A question that was asked often and found nothing: a search without result."""

    text = models.CharField(_("question"), max_length=256)
    language = models.CharField(_("language"), max_length=10)
    times = models.PositiveIntegerField(_("times asked"), default=0)
    last_asked = models.DateField(_("last asked"))

    class Meta:
        verbose_name = _("search without result")
        verbose_name_plural = _("searches without result")
        constraints = [models.UniqueConstraint(fields=("text", "language"), name="one_row_per_question")]
        ordering = ("-times", "text")

    def __str__(self) -> str:
        return self.text


class AttachmentText(models.Model):
    """The text of a document, read once per content of its file, by the worker; until then the row says it waits."""

    class State(models.TextChoices):
        """What became of the file."""

        WAITING = "waiting", _("waiting to be read")
        READ = "read", _("read")
        EMPTY = "empty", _("no text: perhaps a scanned picture of a text")
        LOCKED = "locked", _("locked with a password")
        DAMAGED = "damaged", _("damaged, or too complicated")
        SLOW = "slow", _("took too long to read")
        LARGE = "large", _("too large to be read")
        AWAY = "away", _("the file could not be opened; it is tried again")

    file_hash = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(_("file"), max_length=255, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING, db_index=True)
    noted_at = models.DateTimeField(_("noted"), auto_now_add=True)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        verbose_name = _("text of an attachment")
        verbose_name_plural = _("texts of attachments")
        ordering = ("-noted_at",)

    def __str__(self) -> str:
        return self.name or self.file_hash
